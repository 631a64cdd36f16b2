package az.qalxan.ledger;

import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Opening;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the facts that other modules recorded. */
@Component
class KeptFacts {

    private final JdbcClient jdbc;
    private final SecureRandom random;

    KeptFacts(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /**
     * A fact as it is kept.
     *
     * @param digest what the log binds
     * @param opening absent when it was erased
     */
    record Kept(
            UUID id,
            String kind,
            Instant at,
            String subject,
            Digest digest,
            @Nullable Opening opening) {}

    UUID record(LedgerFact fact) {
        UUID id = EntryIds.draw(fact.at(), random);
        Opening opening = Opening.salted(fact.content(), random);
        jdbc.sql(
                        """
                        insert into ledger.fact (id, kind, at, subject, digest, salt, content)
                        values (:id, :kind, :at, :subject, :digest, :salt, :content)
                        """)
                .param("id", id)
                .param("kind", fact.kind())
                .param("at", fact.at().atOffset(ZoneOffset.UTC))
                .param("subject", fact.subject())
                .param("digest", opening.digest().bytes())
                .param("salt", opening.salt())
                .param("content", opening.content())
                .update();
        return id;
    }

    /** Takes at most so many off the queue. */
    List<Kept> take(int most) {
        return jdbc.sql(
                        """
                        with gone as (
                          delete from ledger.waiting where ctid = any (array(
                            select ctid from ledger.waiting limit :most))
                          returning id)
                        select f.id, f.kind, f.at, f.subject, f.digest, f.salt, f.content
                        from gone join ledger.fact f using (id) order by f.at, f.id
                        """)
                .param("most", most)
                .query(KeptFacts::kept)
                .list();
    }

    List<Kept> find(Collection<UUID> ids) {
        return jdbc.sql(
                        """
                        select id, kind, at, subject, digest, salt, content from ledger.fact
                        where id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(KeptFacts::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        byte[] salt = row.getBytes(6);
        return new Kept(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                Digest.of(row.getBytes(5)),
                salt == null ? null : Opening.of(salt, row.getBytes(7)));
    }

    /** Ids above that one, in order, of facts that are not waiting. */
    List<UUID> settledAfter(UUID id, int most) {
        return jdbc.sql(
                        """
                        select id from ledger.fact f where id > :id
                          and not exists (select from ledger.waiting w where w.id = f.id)
                        order by id limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Drops content and salt; empty when there is no such fact or it was erased before. */
    Optional<String> erase(UUID id, Instant at, String reason) {
        return jdbc.sql(
                        """
                        update ledger.fact
                        set salt = null, content = null, erased_at = :at, erased_reason = :reason
                        where id = :id and salt is not null returning subject
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .optional();
    }
}
