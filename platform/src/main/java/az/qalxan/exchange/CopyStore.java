package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.copy}: what was made of which object for whom. */
@Repository
class CopyStore {

    /** What became of the original. */
    enum State {
        GOOD,
        /** There is a newer version of it. */
        CORRECTED,
        /** The copy shows what may no longer be shown: it is closed. */
        NARROWED,
        /** It is revoked, and so is the copy. */
        REVOKED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * An object in a collection.
     *
     * @param collection where it lies
     * @param object its id
     */
    record Place(UUID collection, String object) {}

    /**
     * A copy.
     *
     * @param key version of the original that it was made of, in a form that compares
     * @param hidden selectors of what was left out
     * @param revokedAt when its revocation was put beside it; null before
     * @param fault why it could not be
     */
    record Copy(
            UUID id,
            Place original,
            String key,
            Place copy,
            Handling audience,
            Set<String> hidden,
            String body,
            String madeBy,
            State state,
            @Nullable Instant changedAt,
            @Nullable Instant revokedAt,
            String fault) {

        /** Whether a person has to look. */
        boolean behind() {
            return state == State.CORRECTED || state == State.NARROWED || !fault.isEmpty();
        }
    }

    /** A copy that is made. */
    record Fresh(Place original, String key, Place copy, Handling audience, Set<String> hidden) {}

    private final JdbcClient jdbc;

    CopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Fresh fresh, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into exchange.copy (collection_id, object_id, original_key, into_id,
                          copy_id, audience, hidden, made_at, made_by)
                        values (:collection, :object, :key, :into, :copy, :audience, :hidden, :now,
                          :by)
                        """)
                .param("collection", fresh.original().collection())
                .param("object", fresh.original().object())
                .param("key", fresh.key())
                .param("into", fresh.copy().collection())
                .param("copy", fresh.copy().object())
                .param("audience", fresh.audience().rank())
                .param("hidden", fresh.hidden().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** The copies of objects, for whoever may add to their collection. */
    List<Copy> of(UUID collection, Collection<String> objects) {
        return jdbc.sql("select * from exchange.copies_of(:collection, :ids) order by id")
                .param("collection", collection)
                .param("ids", objects.toArray(String[]::new))
                .query(CopyStore::row)
                .list();
    }

    /** Says what became of the original; closes the copy to whom the marking is closed. */
    void outdate(UUID id, State state, @Nullable Handling narrower, Instant now) {
        jdbc.sql("select exchange.outdate(:id, :state, cast(:narrower as smallint), :now)")
                .param("id", id)
                .param("state", state.code())
                .param("narrower", narrower == null ? null : narrower.rank())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> "")
                .list();
    }

    Optional<Copy> find(UUID id) {
        return jdbc.sql("select * from exchange.copy where id = :id")
                .param("id", id)
                .query(CopyStore::row)
                .optional();
    }

    /** As what it is a copy; empty for an object that is none. */
    Optional<Copy> find(Place copy) {
        return jdbc.sql("select * from exchange.copy where into_id = :into and copy_id = :copy")
                .param("into", copy.collection())
                .param("copy", copy.object())
                .query(CopyStore::row)
                .optional();
    }

    /** Those at which a person has to look, the longest waiting first. */
    List<Copy> behind(int most) {
        return jdbc.sql(
                        """
                        select * from exchange.copy
                         where state in ('corrected', 'narrowed') or fault <> ''
                         order by changed_at, id limit :most
                        """)
                .param("most", most)
                .query(CopyStore::row)
                .list();
    }

    /** Those whose revocation is still to be put beside them. */
    List<Copy> toRevoke(int most) {
        return jdbc.sql(
                        """
                        select * from exchange.copy
                         where state = 'revoked' and revoked_at is null and fault = ''
                         order by changed_at, id limit :most
                        """)
                .param("most", most)
                .query(CopyStore::row)
                .list();
    }

    void revoked(UUID id, Instant now) {
        jdbc.sql("update exchange.copy set revoked_at = :now, fault = '' where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(UUID id, String fault) {
        jdbc.sql("update exchange.copy set fault = :fault where id = :id")
                .param("id", id)
                .param("fault", fault)
                .update();
    }

    /** Asks for its revocation, also once more. */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.copy
                                   set state = 'revoked', changed_at = :now, fault = ''
                                 where id = :id and revoked_at is null
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Says that it is right as it is: what was corrected is not in it. */
    boolean keep(UUID id) {
        return jdbc.sql(
                                """
                                update exchange.copy set state = 'good'
                                 where id = :id and state = 'corrected'
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** It was made anew, of this version of the original. */
    void renew(UUID id, Fresh fresh) {
        jdbc.sql(
                        """
                        update exchange.copy
                           set original_key = :key, hidden = :hidden, audience = :audience,
                               state = 'good'
                         where id = :id
                        """)
                .param("id", id)
                .param("key", fresh.key())
                .param("hidden", fresh.hidden().toArray(String[]::new))
                .param("audience", fresh.audience().rank())
                .update();
    }

    private static Copy row(ResultSet row, int number) throws SQLException {
        Array hidden = row.getArray("hidden");
        return new Copy(
                row.getObject("id", UUID.class),
                new Place(row.getObject("collection_id", UUID.class), row.getString("object_id")),
                row.getString("original_key"),
                new Place(row.getObject("into_id", UUID.class), row.getString("copy_id")),
                Handling.ofRank(row.getInt("audience")),
                Set.of((String[]) hidden.getArray()),
                row.getString("body"),
                row.getString("made_by"),
                State.of(row.getString("state")),
                moment(row, "changed_at"),
                moment(row, "revoked_at"),
                row.getString("fault"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
