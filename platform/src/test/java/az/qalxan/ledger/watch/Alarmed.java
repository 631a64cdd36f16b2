package az.qalxan.ledger.watch;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.ledger.LogRig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the watch kept, and puts an older database back, for tests. */
final class Alarmed {

    static final String[] KEEP = {
        "create schema kept",
        "create table kept.event as table audit.event",
        "create table kept.entry as table ledger.entry",
        "create table kept.file as table ledger.file",
        "create table kept.standing as table ledger.standing"
    };

    static final String[] PUT_BACK = {
        "set session_replication_role = replica",
        "truncate audit.event, audit.waiting, ledger.entry, ledger.file, ledger.batch",
        "insert into audit.event overriding system value select * from kept.event",
        "insert into ledger.entry select * from kept.entry",
        "insert into ledger.file select * from kept.file",
        "update ledger.standing s set size = k.size, at = k.at, held = null from kept.standing k",
        "truncate ledger.witness, ledger.checkpoint, ledger.cosignature"
    };

    private Alarmed() {}

    static List<String> kinds(LogRig rig, LogAlarms alarms) {
        return in(rig, () -> alarms.all().stream().map(LogAlarms.Alarm::kind).toList());
    }

    static List<CheckpointBook.Cosignature> cosignatures(LogRig rig, CheckpointBook book) {
        return in(rig, () -> book.cosignatures(0, Long.MAX_VALUE));
    }

    static List<String> troubles(LogRig rig, CheckpointBook book) {
        return in(rig, () -> book.seen().stream().flatMap(one -> one.trouble().stream()).toList());
    }

    static @Nullable Checkpoint start(LogRig rig, CheckpointBook book, Instant from) {
        return in(rig, () -> book.cosignedBefore(from))
                .map(shown -> {
                    Checkpoint found = Checkpoint.parse(shown.note()).orElseThrow();
                    for (CheckpointBook.Cosignature one :
                            in(rig, () -> book.cosignatures(shown.size(), shown.size()))) {
                        found = found.with(one.line()).orElseThrow();
                    }
                    return found;
                })
                .orElse(null);
    }

    static void forgetLastSeen(Path data) {
        try {
            Files.delete(data.resolve("ledger/last-seen"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T in(LogRig rig, Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(rig.manager());
        return ActingAs.call(
                Feeding.JOB,
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
