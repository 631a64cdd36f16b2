package az.qalxan.ledger.watch;

import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.ledger.ContinuedLog;
import az.qalxan.ledger.PublishedLog;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Optional;

/** The page of the log: how far it has come, who watches it, what is wrong. */
record LogPage(
        NoteKey key,
        PublishedLog.State state,
        WatchSettings settings,
        List<CheckpointBook.Seen> seen,
        List<CheckpointBook.Shown> shown,
        List<CheckpointBook.Cosignature> cosignatures,
        List<CheckpointBook.Stamped> stamps,
        List<LogAlarms.Alarm> alarms,
        List<VerificationStore.Run> verifications,
        List<ContinuedLog> continuations) {

    static final int STAMPS_MAX = 200;

    /** Whether the log bears another name than its first. */
    boolean renamed() {
        return continuations.stream().anyMatch(one -> !one.sameName());
    }

    /** Whether something waits for somebody to look. */
    boolean alarmed() {
        return state.held().isPresent()
                || alarms.stream().anyMatch(alarm -> alarm.seenAt().isEmpty());
    }

    /** What that witness saw last. */
    Optional<CheckpointBook.Seen> seenBy(KnownWitness witness) {
        return seen.stream().filter(one -> one.key().equals(witness.key().text())).findFirst();
    }

    List<CheckpointBook.Cosignature> on(CheckpointBook.Shown checkpoint) {
        return cosignatures.stream().filter(one -> one.size() == checkpoint.size()).toList();
    }

    List<CheckpointBook.Stamped> stampsOn(CheckpointBook.Shown checkpoint) {
        return stamps.stream().filter(one -> one.size() == checkpoint.size()).toList();
    }

    /** The name in the key of a witness. */
    static String name(String key) {
        return key.substring(0, Math.max(0, key.indexOf('+')));
    }

    /** A subject of an alarm or a finding in words, where there are any. */
    static String words(String prefix, String code, Text text) {
        return text.has(prefix + code) ? text.of(prefix + code) : code;
    }
}
