package az.qalxan.evidence.erasure;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.ExhibitStanding;
import az.qalxan.evidence.KeyDestruction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was proposed and decided; row-level security decides who sees it. */
@Component
class ErasureStore {

    private static final int ROWS_MAX = 50;
    private static final String SELECT = "select * from evidence.erasure ";

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a proposal; false when another waits. */
    boolean insert(Erasure erasure) {
        @Nullable CompartmentId compartment = erasure.standing().compartment();
        return jdbc.sql(
                                """
                                insert into evidence.erasure (id, case_number, reason, basis,
                                  document, files, bytes, proposed_at, proposer_name,
                                  proposer_factor, body, handling, compartment)
                                values (:id, :case, :reason, :basis, :document, :files, :bytes,
                                  :at, :name, :factor, :body, :handling,
                                  cast(:compartment as uuid))
                                on conflict (case_number) where state in ('proposed', 'decided')
                                do nothing
                                """)
                        .param("id", erasure.id())
                        .param("case", erasure.caseNumber().value())
                        .param("reason", erasure.grounds().reason())
                        .param("basis", erasure.grounds().basis())
                        .param("document", erasure.grounds().document())
                        .param("files", erasure.files())
                        .param("bytes", erasure.bytes())
                        .param("at", utc(erasure.proposed().at()))
                        .param("name", erasure.proposed().name())
                        .param("factor", erasure.proposed().factor())
                        .param("body", erasure.standing().body().value())
                        .param("handling", erasure.standing().handling().rank())
                        .param("compartment", compartment == null ? null : compartment.toString())
                        .update()
                == 1;
    }

    /** Ends a proposal; false when somebody was faster. */
    boolean decide(UUID id, Erasure.State state, Erasure.Signature by, String words) {
        return jdbc.sql(
                                """
                                update evidence.erasure set state = :state, decided_at = :at,
                                  decider_account = :account, decider_name = :name,
                                  decider_factor = :factor, decider_words = :words
                                where id = :id and state = 'proposed'
                                """)
                        .param("state", state.code())
                        .param("at", utc(by.at()))
                        .param("account", by.account())
                        .param("name", by.name())
                        .param("factor", by.factor())
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes that the keys are gone; false when it was noted before. */
    boolean done(UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update evidence.erasure set state = 'done', done_at = :at
                                where id = :id and state = 'decided'
                                """)
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(ErasureStore::erasure)
                .optional();
    }

    /** What was proposed for a case, the latest first. */
    List<Erasure> ofCase(CaseNumber number) {
        return jdbc.sql(
                        SELECT
                                + "where case_number = :case order by proposed_at desc, id"
                                + " limit :most")
                .param("case", number.value())
                .param("most", ROWS_MAX)
                .query(ErasureStore::erasure)
                .list();
    }

    /** What is decided and not carried out. */
    List<Erasure> decided() {
        return jdbc.sql(SELECT + "where state = 'decided' order by decided_at limit :most")
                .param("most", ROWS_MAX)
                .query(ErasureStore::erasure)
                .list();
    }

    /** How many proposals in sight wait for somebody else of that body than that account. */
    long waiting(BodyCode body, String account) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.erasure
                        where state = 'proposed' and body = :body and proposer_account <> :account
                        """)
                .param("body", body.value())
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** The case whose proposal has waited longest for somebody else than that account. */
    Optional<String> longest(BodyCode body, String account) {
        return jdbc.sql(
                        """
                        select case_number from evidence.erasure
                        where state = 'proposed' and body = :body and proposer_account <> :account
                        order by proposed_at, id limit 1
                        """)
                .param("body", body.value())
                .param("account", account)
                .query(String.class)
                .optional();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        @Nullable Instant decided = instant(row, "decided_at");
        @Nullable UUID compartment = row.getObject("compartment", UUID.class);
        return new Erasure(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                Erasure.State.of(row.getString("state")),
                new KeyDestruction.Grounds(
                        row.getString("reason"), row.getString("basis"), row.getString("document")),
                row.getInt("files"),
                row.getLong("bytes"),
                new Erasure.Signature(
                        row.getString("proposer_account"),
                        row.getString("proposer_name"),
                        row.getString("proposer_factor"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant()),
                decided == null
                        ? null
                        : new Erasure.Signature(
                                row.getString("decider_account"),
                                row.getString("decider_name"),
                                row.getString("decider_factor"),
                                decided),
                row.getString("decider_words"),
                instant(row, "done_at"),
                new ExhibitStanding(
                        new BodyCode(row.getString("body")),
                        Handling.ofRank(row.getInt("handling")),
                        compartment == null ? null : new CompartmentId(compartment)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
