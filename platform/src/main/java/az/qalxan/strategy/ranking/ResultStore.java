package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps published results that were imported; adds rows, and once who verified one. */
@Component
class ResultStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LISTED_MAX = 2_000;
    private static final Words NOTHING = new Words("", "");

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Published one, Caller caller, Instant at) {
        jdbc.sql(
                        """
                        insert into strategy.ranking_result (ranking, edition, published,
                          year_only, score, rank, countries, level, groups, questions, source,
                          at, author)
                        values (:ranking, :edition, :on, :yearOnly, :score, :rank, :countries,
                          :level, cast(:groups as jsonb), cast(:questions as jsonb), :source,
                          :at, :author)
                        """)
                .param("ranking", one.ranking())
                .param("edition", one.edition())
                .param("on", one.on())
                .param("yearOnly", one.yearOnly())
                .param("score", one.score(), java.sql.Types.NUMERIC)
                .param("rank", one.rank(), java.sql.Types.INTEGER)
                .param("countries", one.countries(), java.sql.Types.INTEGER)
                .param("level", one.level())
                .param("groups", JSON.writeValueAsString(one.groups()))
                .param("questions", JSON.writeValueAsString(one.questions()))
                .param("source", one.source().az())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("author", caller.name())
                .update();
    }

    /** The newest import of each edition and day. */
    List<Published> newest() {
        return jdbc.sql(
                        """
                        select distinct on (ranking, edition, published)
                          id, ranking, edition, published, year_only, score, rank, countries,
                          level, groups::text, questions::text, source, account, author,
                          verified_by is not null, at
                        from strategy.ranking_result
                        order by ranking, edition, published, at desc, id desc limit :most
                        """)
                .param("most", LISTED_MAX)
                .query(ResultStore::published)
                .list();
    }

    Optional<Published> find(UUID id) {
        return newest().stream()
                .filter(one -> one.entered() != null && one.entered().id().equals(id))
                .findFirst();
    }

    /** Notes who verified it; false when somebody has. */
    boolean verify(UUID id, Caller caller, Instant at) {
        return jdbc.sql(
                                """
                                update strategy.ranking_result
                                set verified_by = :account, verifier = :name, verified_at = :at
                                where id = :id and verified_by is null
                                """)
                        .param("account", caller.account().toString())
                        .param("name", caller.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Published published(ResultSet row, int count) throws SQLException {
        String source = row.getString(12);
        return new Published(
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getBoolean(5),
                row.getBigDecimal(6) == null ? null : row.getBigDecimal(6).doubleValue(),
                row.getObject(7, Integer.class),
                row.getObject(8, Integer.class),
                row.getString(9),
                points(row.getString(10)),
                points(row.getString(11)),
                new Words(source, source),
                NOTHING,
                row.getBoolean(15),
                new Published.Entered(
                        row.getObject(1, UUID.class),
                        row.getString(13),
                        row.getString(14),
                        instant(row)));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(16, OffsetDateTime.class).toInstant();
    }

    private static Map<String, Double> points(@Nullable String json) {
        Map<String, Double> points = new LinkedHashMap<>();
        JsonNode node = JSON.readTree(json == null ? "{}" : json);
        node.properties().forEach(one -> points.put(one.getKey(), one.getValue().asDouble()));
        return points;
    }
}
