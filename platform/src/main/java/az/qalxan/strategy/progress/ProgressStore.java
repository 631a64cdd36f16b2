package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the record of progress, to which lines are only ever added. */
@Component
class ProgressStore {

    private static final int EVENTS_MAX = 20_000;

    private static final String LINE =
            """
            select sequence, at, kind, measure, stage, claim, about, body, account, author, words
            from strategy.progress_entry
            """;

    private final JdbcClient jdbc;
    private final AtomicLong ended = new AtomicLong();

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else says anything about that measure. */
    void hold(MeasureCode measure) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('progress/' || :measure, 0))")
                .param("measure", measure.value())
                .query((row, number) -> true)
                .single();
    }

    /** Adds a line; the account is the transaction's. Returns its place in the record. */
    long add(Entry entry) {
        TransactionSynchronizationManager.registerSynchronization(new Ending());
        @Nullable Stage stage = entry.place().stage();
        return jdbc.sql(
                        """
                        insert into strategy.progress_entry
                          (at, kind, measure, stage, claim, about, body, author, words)
                        values (:at, :kind, :measure, :stage, cast(:claim as uuid), :about, :body,
                          :author, :words)
                        returning sequence
                        """)
                .param("at", utc(entry.at()))
                .param("kind", entry.kind().code())
                .param("measure", entry.place().measure().value())
                .param("stage", stage == null ? null : stage.code())
                .param("claim", entry.claim() == null ? null : entry.claim().toString())
                .param("about", entry.about())
                .param("body", entry.body())
                .param("author", entry.author().name())
                .param("words", entry.words())
                .query(Long.class)
                .single();
    }

    /** Counts the transactions that added lines and are over. */
    private final class Ending implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            ended.incrementAndGet();
        }
    }

    /**
     * Which state the record is in: the same as before only if nothing was added since. Numbers of
     * lines alone would not do, because a lower one may be committed after a higher one.
     */
    Version version() {
        long transactions = ended.get();
        return new Version(
                transactions,
                jdbc.sql("select coalesce(max(sequence), 0) from strategy.progress_entry")
                        .query(Long.class)
                        .single());
    }

    /**
     * A state of the record.
     *
     * @param transactions how many of this program's transactions added to it
     * @param last its last line, as far as the reader may see
     */
    record Version(long transactions, long last) {}

    List<Entry> of(MeasureCode measure) {
        return jdbc.sql(LINE + "where measure = :measure order by sequence")
                .param("measure", measure.value())
                .query(ProgressStore::entry)
                .list();
    }

    /** Everything until a moment, without the words. */
    List<Entry> until(Instant moment) {
        return jdbc.sql(
                        """
                        select sequence, at, kind, measure, stage, claim, about, body,
                          '' as account, '' as author, '' as words
                        from strategy.progress_entry where at <= :moment order by sequence
                        """)
                .param("moment", utc(moment))
                .query(ProgressStore::entry)
                .list();
    }

    /** What was said from one moment until before another, the oldest first. */
    List<Entry> between(Instant from, Instant until) {
        return jdbc.sql(
                        LINE
                                + "where at >= :from and at < :until order by at, sequence limit"
                                + " :most")
                .param("from", utc(from))
                .param("until", utc(until))
                .param("most", EVENTS_MAX)
                .query(ProgressStore::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        @Nullable String stage = row.getString("stage");
        return new Entry(
                row.getLong("sequence"),
                instant(row, "at"),
                ProgressKind.of(row.getString("kind")),
                new Entry.Place(
                        new MeasureCode(row.getString("measure")),
                        stage == null ? null : Stage.valueOf(stage.toUpperCase(Locale.ROOT))),
                row.getObject("claim", UUID.class),
                row.getObject("about", Long.class),
                new Author(
                        row.getString("body"), row.getString("account"), row.getString("author")),
                row.getString("words"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
