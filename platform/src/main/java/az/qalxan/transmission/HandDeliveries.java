package az.qalxan.transmission;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records deliveries by hand; what is recorded is never changed. */
@Component
public class HandDeliveries {

    public static final int PROOF_BYTES_MAX = 10 << 20;
    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    HandDeliveries(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records a delivery in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(HandDelivery delivery, String recorder) {
        UUID id = UUID.randomUUID();
        @Nullable Attached proof = delivery.proof();
        @Nullable UUID compartment =
                delivery.guard().compartment() == null
                        ? null
                        : delivery.guard().compartment().value();
        jdbc.sql(
                        """
                        insert into transmission.hand_delivery (
                          id, body, handling, compartment, direction, way, subject_kind, subject_id,
                          partner, person, happened_at, words, proof_name, proof_type, proof,
                          proof_digest, recorded_at, recorder)
                        values (:id, :body, :handling, :compartment, :direction, :way, :subjectKind,
                          :subjectId, :partner, :person, :happenedAt, :words, :proofName,
                          :proofType, :proof, :proofDigest, :at, :recorder)
                        """)
                .param("id", id)
                .param("body", delivery.body().value())
                .param("handling", delivery.guard().handling().rank())
                .param("compartment", compartment)
                .param("direction", delivery.out() ? "out" : "in")
                .param("way", delivery.way())
                .param("subjectKind", delivery.subjectKind())
                .param("subjectId", delivery.subjectId())
                .param("partner", delivery.partner())
                .param("person", delivery.person())
                .param("happenedAt", delivery.happenedAt().atOffset(ZoneOffset.UTC))
                .param("words", delivery.words())
                .param("proofName", proof == null ? null : proof.name())
                .param("proofType", proof == null ? null : proof.mediaType())
                .param("proof", proof == null ? null : proof.content())
                .param("proofDigest", proof == null ? null : Sha256.of(proof.content()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("recorder", recorder)
                .update();
        audit.record(
                TransmissionAct.BY_HAND,
                AuditSubject.of("delivery", id),
                Map.of("way", delivery.way(), "subject", delivery.subjectId()));
        return id;
    }

    /** A recorded delivery; {@code proofName} is empty without proof. */
    public record Row(
            UUID id,
            boolean out,
            String way,
            String subjectKind,
            String subjectId,
            String partner,
            String person,
            Instant happenedAt,
            String words,
            String proofName,
            String proofDigest,
            String recorder,
            Instant recordedAt) {}

    private static final String SELECT =
            """
            select id, direction = 'out', way, subject_kind, subject_id, partner, person,
              happened_at, words, coalesce(proof_name, ''), coalesce(proof_digest, ''), recorder,
              recorded_at
            from transmission.hand_delivery
            """;

    /** The latest deliveries that the caller may see. */
    @Transactional(readOnly = true)
    public List<Row> latest() {
        return jdbc.sql(SELECT + "order by recorded_at desc, id limit :most")
                .param("most", ROWS_MAX)
                .query(HandDeliveries::row)
                .list();
    }

    /** The deliveries of a subject, in their order. */
    @Transactional(readOnly = true)
    public List<Row> of(String subjectKind, String subjectId) {
        return jdbc.sql(
                        SELECT
                                + """
                                where subject_kind = :kind and subject_id = :id
                                order by happened_at, id limit :most
                                """)
                .param("kind", subjectKind)
                .param("id", subjectId)
                .param("most", ROWS_MAX)
                .query(HandDeliveries::row)
                .list();
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant());
    }

    /** The proof of a delivery; that it was fetched is recorded. */
    @Transactional
    public Optional<Attached> proof(UUID id) {
        Optional<Attached> proof =
                jdbc.sql(
                                """
                                select proof_name, proof_type, proof from transmission.hand_delivery
                                where id = :id and proof is not null
                                """)
                        .param("id", id)
                        .query((row, number) ->
                                new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                        .optional();
        proof.ifPresent(
                found -> audit.record(TransmissionAct.PROOF, AuditSubject.of("delivery", id)));
        return proof;
    }
}
