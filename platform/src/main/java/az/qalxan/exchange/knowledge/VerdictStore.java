package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps {@code exchange.knowledge_verdict}. */
@Repository
class VerdictStore {

    private static final int SHOWN_MAX = 100;

    private final JdbcClient jdbc;

    VerdictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody says of an indicator.
     *
     * @param right whether it is held for right, else for a false alarm
     * @param opinion the id of the opinion that told it to the collection; empty for none
     */
    record Verdict(
            UUID collection,
            String object,
            String body,
            String author,
            boolean right,
            String reason,
            Instant at,
            String opinion) {}

    void insert(Verdict verdict, Handling handling) {
        jdbc.sql(
                        """
                        insert into exchange.knowledge_verdict (collection_id, object_id, author,
                          verdict, reason, at, opinion_id, handling)
                        values (:collection, :object, :author, :verdict, :reason, :at, :opinion,
                          :handling)
                        """)
                .param("collection", verdict.collection())
                .param("object", verdict.object())
                .param("author", verdict.author())
                .param("verdict", verdict.right() ? "confirmed" : "false")
                .param("reason", verdict.reason())
                .param("at", verdict.at().atOffset(ZoneOffset.UTC))
                .param("opinion", verdict.opinion())
                .param("handling", handling.rank())
                .update();
    }

    /** The latest first, as far as the caller may know of them. */
    List<Verdict> of(String object) {
        return jdbc.sql(
                        """
                        select * from exchange.knowledge_verdict where object_id = :object
                         order by at desc, id desc limit :most
                        """)
                .param("object", object)
                .param("most", SHOWN_MAX)
                .query((row, n) ->
                        new Verdict(
                                row.getObject("collection_id", UUID.class),
                                row.getString("object_id"),
                                row.getString("body"),
                                row.getString("author"),
                                row.getString("verdict").equals("confirmed"),
                                row.getString("reason"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("opinion_id")))
                .list();
    }
}
