package az.qalxan.operators;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what happened to orders, the files that came with answers, and messages as they were. */
@Component
class OrderTrail {

    /** Bytes of one file; the database refuses more as well. */
    static final int FILE_BYTES_MAX = 25 << 20;

    /** Files of one order. */
    static final int FILES_MAX = 50;

    private static final int STEPS_MAX = 500;

    private final JdbcClient jdbc;

    OrderTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step as it is kept.
     *
     * @param kind the step's code, drafted or file
     * @param side authority or operator
     * @param shared whether the other side reads it
     */
    record Happening(
            Instant at, String kind, String side, boolean shared, String author, String words) {}

    /** A file of an answer. */
    record OrderFile(UUID id, String name, long bytes, String sha256, String author, Instant at) {}

    /** A message as it is kept. */
    record Kept(
            UUID id,
            String direction,
            String body,
            String transaction,
            String verdict,
            String findings,
            String sha256) {}

    void note(UUID order, Happening step) {
        jdbc.sql(
                        """
                        insert into operators.order_step (order_id, at, kind, side, shared, author,
                          words)
                        values (:order, :at, :kind, :side, :shared, :author, :words)
                        """)
                .param("order", order)
                .param("at", utc(step.at()))
                .param("kind", step.kind())
                .param("side", step.side())
                .param("shared", step.shared())
                .param("author", step.author())
                .param("words", step.words())
                .update();
    }

    List<Happening> of(UUID order) {
        return jdbc.sql(
                        """
                        select at, kind, side, shared, author, words from operators.order_step
                        where order_id = :order order by sequence limit :most
                        """)
                .param("order", order)
                .param("most", STEPS_MAX)
                .query((row, number) ->
                        new Happening(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5),
                                row.getString(6)))
                .list();
    }

    void keep(UUID order, OrderFile file, byte[] content) {
        jdbc.sql(
                        """
                        insert into operators.order_file (id, order_id, name, bytes, sha256, side,
                          author, at)
                        values (:id, :order, :name, :bytes, :sha256, 'operator', :author, :at)
                        """)
                .param("id", file.id())
                .param("order", order)
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("author", file.author())
                .param("at", utc(file.at()))
                .update();
        jdbc.sql(
                        """
                        insert into operators.order_file_content (file_id, content)
                        values (:id, :content)
                        """)
                .param("id", file.id())
                .param("content", content)
                .update();
    }

    List<OrderFile> files(UUID order) {
        return jdbc.sql(
                        """
                        select id, name, bytes, sha256, author, at from operators.order_file
                        where order_id = :order order by at, id limit :most
                        """)
                .param("order", order)
                .param("most", FILES_MAX + 1)
                .query((row, number) ->
                        new OrderFile(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<byte[]> content(UUID file) {
        return jdbc.sql("select content from operators.order_file_content where file_id = :id")
                .param("id", file)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void keep(Kept message, byte[] content, Instant at) {
        jdbc.sql(
                        """
                        insert into operators.message (id, at, direction, body, transaction,
                          verdict, findings, sha256, content)
                        values (:id, :at, :direction, :body, :transaction, :verdict,
                          cast(:findings as jsonb), :sha256, :content)
                        """)
                .param("id", message.id())
                .param("at", utc(at))
                .param("direction", message.direction())
                .param("body", message.body())
                .param("transaction", message.transaction())
                .param("verdict", message.verdict())
                .param("findings", message.findings())
                .param("sha256", message.sha256())
                .param("content", content)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
