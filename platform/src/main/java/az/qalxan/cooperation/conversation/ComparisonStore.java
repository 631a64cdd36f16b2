package az.qalxan.cooperation.conversation;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps comparisons; they are only added to. */
@Component
class ComparisonStore {

    private final JdbcClient jdbc;

    ComparisonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID request, Comparison made) {
        jdbc.sql(
                        """
                        insert into cooperation.comparison (
                          request_id, at, outcome, ours, theirs, detail, author)
                        values (:request, :at, :outcome, :ours, :theirs, :detail, :author)
                        """)
                .param("request", request)
                .param("at", made.at().atOffset(ZoneOffset.UTC))
                .param("outcome", made.outcome())
                .param("ours", made.ours())
                .param("theirs", made.theirs())
                .param("detail", made.detail())
                .param("author", made.author())
                .update();
    }

    Optional<Comparison> latest(UUID request) {
        return jdbc.sql(
                        """
                        select at, outcome, ours, theirs, detail, author from cooperation.comparison
                        where request_id = :request order by sequence desc limit 1
                        """)
                .param("request", request)
                .query((row, number) ->
                        new Comparison(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                .optional();
    }
}
