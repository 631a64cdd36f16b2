package az.qalxan.cooperation.conversation;

import az.qalxan.cooperation.paper.Paper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps papers as they were made; they are only added to. */
@Component
class PaperStore {

    private static final int ROWS = 200;

    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of which request a paper is, and who made it when. */
    record Made(UUID request, String kind, Instant at, String author) {}

    void add(UUID id, Made made, Paper paper) {
        jdbc.sql(
                        """
                        insert into cooperation.paper (
                          id, request_id, kind, file_name, sha256, pdf, made_at, author)
                        values (:id, :request, :kind, :name, :sha256, :pdf, :at, :author)
                        """)
                .param("id", id)
                .param("request", made.request())
                .param("kind", made.kind())
                .param("name", paper.fileName())
                .param("sha256", paper.sha256())
                .param("pdf", paper.pdf())
                .param("at", made.at().atOffset(ZoneOffset.UTC))
                .param("author", made.author())
                .update();
    }

    /** The paper of that request; empty when it is another one's. */
    Optional<Paper> find(UUID request, UUID id) {
        return jdbc.sql(
                        """
                        select pdf, file_name, sha256 from cooperation.paper
                        where request_id = :request and id = :id
                        """)
                .param("request", request)
                .param("id", id)
                .query((row, number) ->
                        new Paper(row.getBytes(1), row.getString(2), row.getString(3)))
                .optional();
    }

    void mailed(UUID paper, KeptPaper.Mailed mailed, String author) {
        jdbc.sql(
                        """
                        insert into cooperation.paper_mail (
                          paper, mail, recipient, at, author, protection)
                        values (:paper, :mail, :recipient, :at, :author, :protection)
                        """)
                .param("paper", paper)
                .param("mail", mailed.mail())
                .param("recipient", mailed.recipient())
                .param("at", mailed.at().atOffset(ZoneOffset.UTC))
                .param("author", author)
                .param("protection", mailed.protection())
                .update();
    }

    /** The papers of a request, the oldest first. */
    List<KeptPaper> of(UUID request) {
        Map<UUID, List<KeptPaper.Mailed>> mails = mails(request);
        return jdbc.sql(
                        """
                        select id, kind, file_name, sha256, made_at, author from cooperation.paper
                        where request_id = :request order by made_at, id limit :most
                        """)
                .param("request", request)
                .param("most", ROWS)
                .query((row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new KeptPaper(
                            id,
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6),
                            mails.getOrDefault(id, List.of()));
                })
                .list();
    }

    private record Row(UUID paper, KeptPaper.Mailed mailed) {}

    private Map<UUID, List<KeptPaper.Mailed>> mails(UUID request) {
        return jdbc
                .sql(
                        """
                        select m.paper, m.mail, m.recipient, m.at, m.protection
                        from cooperation.paper_mail m join cooperation.paper p on p.id = m.paper
                        where p.request_id = :request order by m.at limit :most
                        """)
                .param("request", request)
                .param("most", ROWS)
                .query((row, number) ->
                        new Row(
                                row.getObject(1, UUID.class),
                                new KeptPaper.Mailed(
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant(),
                                        row.getString(5))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::paper, Collectors.mapping(Row::mailed, Collectors.toList())));
    }
}
