package az.qalxan.ledger.watch;

import az.qalxan.engines.ledger.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was shown to witnesses and what they said. */
@Component
class CheckpointBook {

    private static final int SHOWN_MAX = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckpointBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A checkpoint as it was shown. */
    record Shown(long size, byte[] note, Instant at) {}

    /** A witness said that it saw that tree. */
    record Cosignature(long size, String witness, String line, Instant at) {}

    /** A stamp over a note. */
    record Stamped(long size, String authority, byte[] note, byte[] answer, Instant at) {}

    /**
     * What a witness saw last.
     *
     * @param trouble why it does not cosign, the end of message key {@code ledger.trouble.<…>}
     */
    record Seen(
            String key,
            long size,
            Instant since,
            Optional<Instant> cosignedAt,
            Optional<Instant> triedAt,
            Optional<String> trouble) {}

    void show(Checkpoint checkpoint) {
        jdbc.sql(
                        """
                        insert into ledger.checkpoint (size, note, at) values (:size, :note, :at)
                        on conflict (size) do nothing
                        """)
                .param("size", checkpoint.head().size())
                .param("note", checkpoint.bytes())
                .param("at", now())
                .update();
    }

    List<Shown> latest() {
        return latest(SHOWN_MAX);
    }

    Optional<Shown> newest() {
        return latest(1).stream().findFirst();
    }

    private List<Shown> latest(int most) {
        return jdbc.sql(
                        """
                        select size, note, at from ledger.checkpoint
                        order by size desc limit :most
                        """)
                .param("most", most)
                .query((row, number) ->
                        new Shown(row.getLong(1), row.getBytes(2), instant(row, 3).orElseThrow()))
                .list();
    }

    /** The largest one that a witness had cosigned by that moment. */
    Optional<Shown> cosignedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        select size, note, at from ledger.checkpoint c
                        where exists (select from ledger.cosignature s
                          where s.size = c.size and s.at <= :moment)
                        order by size desc limit 1
                        """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Shown(row.getLong(1), row.getBytes(2), instant(row, 3).orElseThrow()))
                .optional();
    }

    List<Cosignature> cosignatures(long from, long to) {
        return jdbc.sql(
                        """
                        select size, witness, line, at from ledger.cosignature
                        where size between :from and :to order by size desc, at, witness
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new Cosignature(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                instant(row, 4).orElseThrow()))
                .list();
    }

    void cosigned(Cosignature cosignature) {
        jdbc.sql(
                        """
                        insert into ledger.cosignature (size, witness, line, at, taken_at)
                        values (:size, :witness, :line, :at, :taken)
                        on conflict (size, witness) do nothing
                        """)
                .param("size", cosignature.size())
                .param("witness", cosignature.witness())
                .param("line", cosignature.line())
                .param("at", cosignature.at().atOffset(ZoneOffset.UTC))
                .param("taken", now())
                .update();
    }

    List<Seen> seen() {
        return jdbc.sql(
                        """
                        select key, size, since, cosigned_at, tried_at, trouble
                        from ledger.witness order by key
                        """)
                .query(CheckpointBook::witness)
                .list();
    }

    Seen seen(String key) {
        jdbc.sql(
                        """
                        insert into ledger.witness (key, since) values (:key, :at)
                        on conflict (key) do nothing
                        """)
                .param("key", key)
                .param("at", now())
                .update();
        return jdbc.sql(
                        """
                        select key, size, since, cosigned_at, tried_at, trouble
                        from ledger.witness where key = :key
                        """)
                .param("key", key)
                .query(CheckpointBook::witness)
                .single();
    }

    private static Seen witness(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getString(1),
                row.getLong(2),
                instant(row, 3).orElseThrow(),
                instant(row, 4),
                instant(row, 5),
                Optional.ofNullable(row.getString(6)));
    }

    /** It cosigned a tree of that size. */
    void follows(String key, long size) {
        jdbc.sql(
                        """
                        update ledger.witness set size = greatest(size, :size), cosigned_at = :at,
                          tried_at = :at, trouble = null
                        where key = :key
                        """)
                .param("size", size)
                .param("at", now())
                .param("key", key)
                .update();
    }

    void troubled(String key, @Nullable String trouble) {
        jdbc.sql("update ledger.witness set tried_at = :at, trouble = :trouble where key = :key")
                .param("at", now())
                .param("trouble", trouble)
                .param("key", key)
                .update();
    }

    /** The size of the largest tree that was shown. */
    long largest() {
        return jdbc.sql("select coalesce(max(size), 0) from ledger.checkpoint")
                .query(Long.class)
                .single();
    }

    /**
     * The log goes on from that size under another name; no witness has seen it yet. In the
     * transaction that says so.
     */
    void begin(long size) {
        jdbc.sql("select ledger.forget_ended(:size)")
                .param("size", size)
                .query((row, number) -> true)
                .single();
        jdbc.sql(
                        """
                        update ledger.witness
                        set size = 0, since = :at, cosigned_at = null, trouble = null
                        """)
                .param("at", now())
                .update();
    }

    void stamped(Stamped stamp) {
        jdbc.sql(
                        """
                        insert into ledger.stamp (size, authority, note, answer, at)
                        values (:size, :authority, :note, :answer, :at)
                        on conflict (size, authority) do nothing
                        """)
                .param("size", stamp.size())
                .param("authority", stamp.authority())
                .param("note", stamp.note())
                .param("answer", stamp.answer())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stamps over trees of at least that size, the smallest first. */
    List<Stamped> stamps(long from, int most) {
        return jdbc.sql(
                        """
                        select size, authority, note, answer, at from ledger.stamp
                        where size >= :from order by size, authority limit :most
                        """)
                .param("from", from)
                .param("most", most)
                .query((row, number) ->
                        new Stamped(
                                row.getLong(1),
                                row.getString(2),
                                row.getBytes(3),
                                row.getBytes(4),
                                instant(row, 5).orElseThrow()))
                .list();
    }

    Optional<Instant> lastStamp() {
        return jdbc.sql("select max(at) from ledger.stamp")
                .query((row, number) -> instant(row, 1))
                .single();
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
