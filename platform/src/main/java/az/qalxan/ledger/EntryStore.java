package az.qalxan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what stands where in the log, and how far the log has come. */
@Component
class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stands at a place.
     *
     * @param number of a record of the journal; absent for a fact, and for an entry whose row was
     *     lost
     * @param salts absent for a fact, and where the content was erased
     */
    record Placed(long place, UUID id, @Nullable Long number, @Nullable Salts salts) {}

    /** Entries that have their places and are not known to be in the log. */
    record Batch(long first, byte[] entries) {}

    /**
     * How far the log has come.
     *
     * @param held why it goes no further; absent while it does
     */
    record Head(long size, Optional<Instant> at, Optional<String> held) {}

    /** Whether this transaction may write the log; until it ends no other may. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('ledger.sequencer'))")
                .query(Boolean.class)
                .single();
    }

    Head head() {
        return jdbc.sql("select size, at, held from ledger.standing")
                .query((row, number) ->
                        new Head(
                                row.getLong(1),
                                instant(row, 2),
                                Optional.ofNullable(row.getString(3))))
                .single();
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    void reached(long size, Instant at) {
        jdbc.sql("update ledger.standing set size = :size, at = :at")
                .param("size", size)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void hold(@Nullable String reason) {
        jdbc.sql("update ledger.standing set held = :reason").param("reason", reason).update();
    }

    long nextPlace() {
        return jdbc.sql("select coalesce(max(place) + 1, 0) from ledger.entry")
                .query(Long.class)
                .single();
    }

    void place(List<Placed> placed) {
        jdbc.sql(
                        """
                        insert into ledger.entry (place, id, number, salt)
                        select place, cast(id as uuid), number, salt
                        from unnest(:places, :ids, :numbers, :salts)
                          as fresh (place, id, number, salt)
                        """)
                .param("places", placed.stream().map(Placed::place).toArray(Long[]::new))
                .param(
                        "ids",
                        placed.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param("numbers", placed.stream().map(Placed::number).toArray(Long[]::new))
                .param("salts", placed.stream().map(EntryStore::salt).toArray(byte[][]::new))
                .update();
    }

    private static byte @Nullable [] salt(Placed placed) {
        Salts salts = placed.salts();
        return salts == null ? null : salts.both();
    }

    List<Batch> batches() {
        return jdbc.sql("select first, entries from ledger.batch order by first")
                .query((row, number) -> new Batch(row.getLong(1), row.getBytes(2)))
                .list();
    }

    void add(Batch batch) {
        jdbc.sql("insert into ledger.batch (first, entries) values (:first, :entries)")
                .param("first", batch.first())
                .param("entries", batch.entries())
                .update();
    }

    void remove(Batch batch) {
        jdbc.sql("delete from ledger.batch where first = :first")
                .param("first", batch.first())
                .update();
    }

    /** What stands from that place on, in order. */
    List<Placed> from(long place, int most) {
        return jdbc.sql(
                        """
                        select place, id, number, salt from ledger.entry
                        where place >= :place order by place limit :most
                        """)
                .param("place", place)
                .param("most", most)
                .query(EntryStore::placed)
                .list();
    }

    List<Placed> at(Collection<Long> places) {
        return jdbc.sql(
                        """
                        select place, id, number, salt from ledger.entry
                        where place = any (:places) order by place
                        """)
                .param("places", places.toArray(Long[]::new))
                .query(EntryStore::placed)
                .list();
    }

    private static Placed placed(ResultSet row, int rowNumber) throws SQLException {
        byte[] salt = row.getBytes(4);
        return new Placed(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, Long.class),
                salt == null ? null : new Salts(salt));
    }

    /** Those of these facts that have no place. */
    List<UUID> withoutPlace(Collection<UUID> facts) {
        return jdbc.sql(
                        """
                        select id from unnest(cast(:ids as uuid[])) as id
                        where not exists (select from ledger.entry e
                          where e.id = id.id and e.number is null)
                        """)
                .param("ids", facts.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of these records of the journal that have no place. */
    List<Long> numbersWithoutPlace(Collection<Long> numbers) {
        return jdbc.sql(
                        """
                        select number from unnest(:numbers) as number
                        where not exists (select from ledger.entry e where e.number = number.number)
                        """)
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Where a fact stands; anybody may ask. */
    Optional<Standing> standing(UUID fact) {
        return jdbc
                .sql("select place, size, recorded from ledger.standing_of(:id)")
                .param("id", fact)
                .query((row, number) -> {
                    long place = row.getLong(1);
                    boolean placed = !row.wasNull() && place < row.getLong(2);
                    List<Standing> found = new ArrayList<>();
                    if (placed) {
                        found.add(new Standing.InLog(place, row.getLong(2), List.of()));
                    } else if (row.getBoolean(3)) {
                        found.add(new Standing.Waiting());
                    }
                    return found;
                })
                .single()
                .stream()
                .findFirst();
    }

    OptionalLong placeOfRecord(long number) {
        return jdbc
                .sql("select place from ledger.entry where number = :number")
                .param("number", number)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(place -> place)
                .findFirst();
    }

    /** Forgets the salts of a record of the journal. */
    boolean dropSalts(long number) {
        return jdbc.sql("update ledger.entry set salt = null where number = :number")
                        .param("number", number)
                        .update()
                > 0;
    }
}
