package az.qalxan.ledger;

import az.qalxan.database.DataFolder;
import az.qalxan.database.Restored;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.Continuation;
import az.qalxan.engines.ledger.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the log go on after a lawful restore, when a person says so: under another name, because the
 * ended one may have been longer and nobody signs two histories of one log; or under the same one,
 * when the person answers for it that nothing was signed after the backup. The first entry tells.
 */
@Component
public class Continuing {

    private static final String KIND = "continuation";

    private final EntryStore entries;
    private final ContinuationStore store;
    private final KeptFacts facts;
    private final LogHome home;
    private final LogKey key;
    private final DataFolder folder;
    private final LastSeen seen;
    private final Clock clock;

    Continuing(
            EntryStore entries,
            ContinuationStore store,
            KeptFacts facts,
            LogHome home,
            LogKey key,
            DataFolder folder,
            Clock clock) {
        this.entries = entries;
        this.store = store;
        this.facts = facts;
        this.home = home;
        this.key = key;
        this.folder = folder;
        this.seen = new LastSeen(folder);
        this.clock = clock;
    }

    /**
     * What a person says.
     *
     * @param sameName that nothing was signed after the backup, so that the log goes on as it is
     * @param restoredFrom from what, where the data folder does not know it; may be empty
     */
    public record Order(String by, String reason, String restoredFrom, boolean sameName) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** The log goes on. */
        record Done(ContinuedLog log) implements Outcome {}

        /**
         * It does not.
         *
         * @param why in English
         */
        record Refused(String why) implements Outcome {}
    }

    /** Each time that the log went on, the latest first. */
    @Transactional(readOnly = true)
    public List<ContinuedLog> all() {
        return store.all();
    }

    /** The statement by which the log bears its name; empty where it bears its first. */
    @Transactional(readOnly = true)
    public Optional<byte[]> statement() {
        return store.statement();
    }

    /**
     * Lets the log go on, in the running transaction. What stands outside of the database is
     * written before it is certain: then at worst somebody has to say it once more.
     *
     * @param known the most entries of the log that are known to have been
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome go(Order order, long known) {
        try {
            Optional<Checkpoint> stored = home.checkpoint();
            Optional<String> hindrance = hindrance(order, stored);
            if (hindrance.isPresent()) {
                return new Outcome.Refused(hindrance.get());
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Continuation.Words words =
                    new Continuation.Words(from(order), order.by(), order.reason(), now);
            ContinuedLog went =
                    order.sameName()
                            ? same(stored.orElseThrow(), words)
                            : renamed(stored.orElseThrow(), words, known);
            store.add(went);
            tell(went);
            entries.hold(null);
            seen.remember(home.checkpoint().orElseThrow());
            Restored.decided(folder);
            return new Outcome.Done(went);
        } catch (IOException e) {
            throw new LogUnusable("the log cannot be continued", e);
        }
    }

    private Optional<String> hindrance(Order order, Optional<Checkpoint> stored)
            throws IOException {
        if (!entries.tryLock()) {
            return Optional.of("the log is being written; stop the server first");
        }
        Optional<String> held = entries.head().held();
        boolean restored = Restored.in(folder).isPresent();
        if (held.filter(Hold.PLACES.code()::equals).isPresent()) {
            return Optional.of("more has a place than the log has; restore a whole backup first");
        }
        if (!restored && held.isEmpty() && order.restoredFrom().isBlank()) {
            return Optional.of(
                    "the log goes on; where it was restored unseen, say from what with"
                            + " --restored-from");
        }
        if (!restored && order.restoredFrom().isBlank()) {
            return Optional.of("say with --restored-from what this copy was made from");
        }
        if (stored.isEmpty()) {
            return Optional.of("there is no log yet");
        }
        return order.sameName() ? otherLog() : Optional.empty();
    }

    private Optional<String> otherLog() throws IOException {
        boolean other = !ended().key().text().equals(key.key().text());
        return other || seen.differs(home).isPresent()
                ? Optional.of(
                        "this machine saw more of the log than this copy has; it cannot go on under"
                                + " the same name")
                : Optional.empty();
    }

    private String from(Order order) {
        Optional<String> known =
                Restored.in(folder).map(one -> one.file() + " of " + one.writtenAt());
        return order.restoredFrom().isBlank() ? known.orElseThrow() : order.restoredFrom();
    }

    private ContinuedLog same(Checkpoint stored, Continuation.Words words) {
        long size = stored.head().size();
        String name = key.key().text();
        return new ContinuedLog(name, name, size, size, words, "");
    }

    /** The next key is drawn always: one that is there already may have signed. */
    private ContinuedLog renamed(Checkpoint stored, Continuation.Words words, long known)
            throws IOException {
        NoteSigner ended = ended();
        NoteSigner next = key.succeed();
        long size = stored.head().size();
        Optional<Checkpoint> last = seen.last();
        long most = Math.max(known, last.map(one -> one.head().size()).orElse(0L));
        Continuation said =
                new Continuation(
                        ended.key(), stored.head(), Math.max(size, most), next.key(), words);
        home.files().replace(LogHome.CHECKPOINT, said.beginning(next).bytes());
        return new ContinuedLog(
                ended.key().text(),
                next.key().text(),
                size,
                said.seen(),
                words,
                new String(said.signed(ended, next), StandardCharsets.UTF_8));
    }

    /** The key of the log that this database holds. */
    private NoteSigner ended() throws IOException {
        Optional<String> named = store.key();
        return named.isPresent() ? key.of(named.get()) : key.first();
    }

    private void tell(ContinuedLog went) {
        TreeMap<String, String> content = new TreeMap<>();
        content.put("by", went.words().by());
        content.put("ended", went.endedKey());
        content.put("next", went.key());
        content.put("reason", went.words().reason());
        content.put("restoredFrom", went.words().restoredFrom());
        content.put("seen", String.valueOf(went.seen()));
        content.put("size", String.valueOf(went.size()));
        facts.record(
                new LedgerFact(
                        KIND, "log/" + went.name(), CanonicalJson.of(content), went.words().at()));
    }
}
