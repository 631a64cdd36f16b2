package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps evidence, and what evidence stages ask for. */
@Component
class EvidenceStore {

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Evidence evidence, byte[] content) {
        Map<String, Object> columns = new HashMap<>();
        switch (evidence.item()) {
            case Evidence.Document document -> {
                columns.put("name", document.name());
                columns.put("bytes", document.bytes());
                columns.put("sha256", document.sha256());
            }
            case Evidence.Link link -> columns.put("link", link.address());
            case Evidence.Figure figure -> {
                columns.put("figure", figure.code());
                columns.put("period", figure.period().toString());
                columns.put("value", figure.value());
                columns.put("unit", figure.unit());
                columns.put("trueOn", figure.trueOn());
            }
            case Evidence.Decision decision -> {
                columns.put("number", decision.number());
                columns.put("decidedOn", decision.decidedOn());
            }
        }
        insert(evidence, columns);
        if (content.length > 0) {
            jdbc.sql(
                            """
                            insert into strategy.evidence_content (evidence, content)
                            values (:id, :content)
                            """)
                    .param("id", evidence.id())
                    .param("content", content)
                    .update();
        }
    }

    private void insert(Evidence evidence, Map<String, Object> columns) {
        JdbcClient.StatementSpec insert =
                jdbc.sql(
                                """
                                insert into strategy.evidence (id, entry, claim, kind, title, link,
                                  file_name, bytes, sha256, figure, period, value, unit, true_on,
                                  number, decided_on)
                                values (:id, :entry, :claim, :kind, :title, :link, :name,
                                  cast(:bytes as bigint), :sha256, :figure, :period,
                                  cast(:value as numeric), :unit, cast(:trueOn as date), :number,
                                  cast(:decidedOn as date))
                                """)
                        .param("id", evidence.id())
                        .param("entry", evidence.entry())
                        .param("claim", evidence.claim())
                        .param("kind", evidence.item().kind().code())
                        .param("title", evidence.title());
        for (String column : COLUMNS) {
            insert = insert.param(column, columns.get(column));
        }
        insert.update();
    }

    private static final List<String> COLUMNS =
            List.of(
                    "link",
                    "name",
                    "bytes",
                    "sha256",
                    "figure",
                    "period",
                    "value",
                    "unit",
                    "trueOn",
                    "number",
                    "decidedOn");

    /** The evidence of a measure's claims, the oldest first. */
    List<Evidence> of(MeasureCode measure) {
        return jdbc.sql(
                        """
                        select v.* from strategy.evidence v
                        join strategy.progress_entry e on e.sequence = v.entry
                        where e.measure = :measure order by v.entry
                        """)
                .param("measure", measure.value())
                .query(EvidenceStore::evidence)
                .list();
    }

    Optional<Evidence> find(UUID id) {
        return jdbc.sql("select * from strategy.evidence where id = :id")
                .param("id", id)
                .query(EvidenceStore::evidence)
                .optional();
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from strategy.evidence_content where evidence = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void addKinds(long entry, Collection<EvidenceKind> kinds) {
        jdbc.sql("insert into strategy.criterion (entry, kinds) values (:entry, :kinds)")
                .param("entry", entry)
                .param("kinds", kinds.stream().map(EvidenceKind::code).toArray(String[]::new))
                .update();
    }

    /** The kinds that criteria of a measure ask for, by their line of the record. */
    Map<Long, Set<EvidenceKind>> kinds(MeasureCode measure) {
        Map<Long, Set<EvidenceKind>> kinds = new HashMap<>();
        jdbc.sql(
                        """
                        select c.entry, c.kinds from strategy.criterion c
                        join strategy.progress_entry e on e.sequence = c.entry
                        where e.measure = :measure
                        """)
                .param("measure", measure.value())
                .query(row -> {
                    kinds.put(row.getLong(1), kinds(row.getArray(2)));
                });
        return kinds;
    }

    private static Set<EvidenceKind> kinds(Array codes) throws SQLException {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        Arrays.stream((String[]) codes.getArray())
                .flatMap(code -> EvidenceKind.of(code).stream())
                .forEach(kinds::add);
        return kinds;
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getLong("entry"),
                row.getObject("claim", UUID.class),
                row.getString("title"),
                item(row));
    }

    private static Evidence.Item item(ResultSet row) throws SQLException {
        EvidenceKind kind = EvidenceKind.of(row.getString("kind")).orElseThrow();
        return switch (kind) {
            case DOCUMENT ->
                    new Evidence.Document(
                            row.getString("file_name"),
                            row.getLong("bytes"),
                            row.getString("sha256"));
            case LINK -> new Evidence.Link(row.getString("link"));
            case FIGURE ->
                    new Evidence.Figure(
                            row.getString("figure"),
                            LocalDate.parse(row.getString("period")),
                            row.getBigDecimal("value"),
                            Objects.requireNonNullElse(row.getString("unit"), ""),
                            row.getObject("true_on", LocalDate.class));
            case DECISION ->
                    new Evidence.Decision(
                            row.getString("number"), row.getObject("decided_on", LocalDate.class));
        };
    }
}
