package az.qalxan.exchange.advisory;

import static az.qalxan.exchange.advisory.AdvisoryStore.moment;
import static az.qalxan.exchange.advisory.AdvisoryStore.utc;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps documents that are out; they are added and never changed. */
@Component
class AdvisoryFileStore {

    static final int ROWS_MAX = 500;
    private static final String SELECT =
            """
            select id, advisory_id, number, publisher, version, body, handling, title, status,
              valid, first_at, released_at, kept_at, kept_by, sha256, sha512, signature
            from exchange.advisory_file
            """;

    private final JdbcClient jdbc;

    AdvisoryFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps it, as the newest of its number unless it is older; false where that version is here
     * already.
     */
    boolean keep(AdvisoryFile one, String document) {
        jdbc.sql(
                        """
                        update exchange.advisory_file set newest = false
                        where newest and body = :body and publisher = :publisher
                          and number = :number and released_at <= :released
                          and not exists (select from exchange.advisory_file f
                            where f.body = :body and f.publisher = :publisher
                              and f.number = :number and f.version = :version)
                        """)
                .param("body", one.body())
                .param("publisher", one.publisher())
                .param("number", one.number())
                .param("version", one.version())
                .param("released", utc(one.dates().released()))
                .update();
        return jdbc.sql(
                                """
                                insert into exchange.advisory_file (id, advisory_id, number,
                                  publisher, version, body, handling, title, status, valid,
                                  first_at, released_at,
                                  kept_at, kept_by, document, sha256, sha512, signature,
                                  newest)
                                values (:id, :advisory, :number, :publisher, :version, :body,
                                  :handling, :title, :status, :valid, :first, :released, :kept, :by,
                                  :document, :sha256, :sha512, :signature,
                                  not exists (select from exchange.advisory_file f
                                    where f.newest and f.body = :body
                                      and f.publisher = :publisher and f.number = :number))
                                on conflict on constraint advisory_file_once do nothing
                                """)
                        .param("id", one.id())
                        .param("advisory", one.advisory())
                        .param("number", one.number())
                        .param("publisher", one.publisher())
                        .param("version", one.version())
                        .param("body", one.body())
                        .param("handling", one.handling().rank())
                        .param("title", one.title())
                        .param("status", one.status())
                        .param("valid", one.valid())
                        .param("first", utc(one.dates().first()))
                        .param("released", utc(one.dates().released()))
                        .param("kept", utc(one.dates().kept()))
                        .param("by", one.dates().keptBy())
                        .param("document", document)
                        .param("sha256", one.proof().sha256())
                        .param("sha512", one.proof().sha512())
                        .param("signature", one.proof().signature())
                        .update()
                == 1;
    }

    Optional<AdvisoryFile> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(AdvisoryFileStore::file)
                .optional();
    }

    /** The document itself, as its bytes were signed. */
    String document(UUID id) {
        return jdbc.sql("select document from exchange.advisory_file where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The newest edition of each document that the caller may see, the last released first. */
    List<AdvisoryFile> newest() {
        return jdbc.sql(SELECT + " where newest order by released_at desc, id limit :most")
                .param("most", ROWS_MAX)
                .query(AdvisoryFileStore::file)
                .list();
    }

    /** Own documents of that marking, the newest edition of each. */
    List<AdvisoryFile> own(Handling handling) {
        return jdbc.sql(
                        SELECT
                                + """
                                where newest and advisory_id is not null and handling = :handling
                                order by released_at desc, id limit :most
                                """)
                .param("handling", handling.rank())
                .param("most", ROWS_MAX)
                .query(AdvisoryFileStore::file)
                .list();
    }

    /** The newest edition of the own document of that number and marking. */
    Optional<AdvisoryFile> own(Handling handling, String number) {
        return jdbc.sql(
                        SELECT
                                + """
                                where newest and advisory_id is not null and handling = :handling
                                  and number = :number
                                """)
                .param("handling", handling.rank())
                .param("number", number)
                .query(AdvisoryFileStore::file)
                .optional();
    }

    /** The editions of an own advisory in their order. */
    List<AdvisoryFile> editions(UUID advisory) {
        return jdbc.sql(SELECT + " where advisory_id = :advisory order by released_at, id")
                .param("advisory", advisory)
                .query(AdvisoryFileStore::file)
                .list();
    }

    /** Documents that nobody has looked through for the products of bodies. */
    List<AdvisoryFile> unmatched(int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where newest and matched_at is null
                                order by kept_at, id limit :most for update skip locked
                                """)
                .param("most", most)
                .query(AdvisoryFileStore::file)
                .list();
    }

    void matched(UUID id, Instant at) {
        jdbc.sql("update exchange.advisory_file set matched_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    static AdvisoryFile file(ResultSet row, int number) throws SQLException {
        return new AdvisoryFile(
                row.getObject("id", UUID.class),
                row.getObject("advisory_id", UUID.class),
                row.getString("number"),
                row.getString("publisher"),
                row.getString("version"),
                row.getString("body"),
                Handling.ofRank(row.getInt("handling")),
                row.getString("title"),
                row.getString("status"),
                row.getBoolean("valid"),
                new AdvisoryFile.Dates(
                        moment(row, row.findColumn("first_at")),
                        moment(row, row.findColumn("released_at")),
                        moment(row, row.findColumn("kept_at")),
                        row.getString("kept_by")),
                new AdvisoryFile.Proof(
                        row.getString("sha256"),
                        row.getString("sha512"),
                        row.getString("signature")));
    }
}
