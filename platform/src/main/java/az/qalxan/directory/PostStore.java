package az.qalxan.directory;

import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps posts and the people who fill them; row-level security hides them from visitors. */
@Component
class PostStore {

    private static final int ROWS_MAX = 5_000;
    private static final String SELECT =
            """
            select id, organisation, title_az, title_en, duty_az, duty_en, verified, source_az,
              source_en
            from directory.post
            """;

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The posts that go on, of one organisation or, for an empty code, of all. */
    List<Post> posts(String organisation) {
        return jdbc.sql(
                        SELECT
                                + """
                                where valid_to is null and (:code = '' or organisation = :code)
                                order by organisation, valid_from, title_az limit :most
                                """)
                .param("code", organisation)
                .param("most", ROWS_MAX)
                .query(PostStore::post)
                .list();
    }

    Optional<Post> post(UUID id, String organisation) {
        return jdbc.sql(
                        SELECT
                                + """
                                where id = :id and organisation = :code and valid_to is null
                                """)
                .param("id", id)
                .param("code", organisation)
                .query(PostStore::post)
                .optional();
    }

    void insert(Post post, Instant at) {
        jdbc.sql(
                        """
                        insert into directory.post (id, organisation, title_az, title_en, duty_az,
                          duty_en, verified, source_az, source_en, valid_from)
                        values (:id, :code, :titleAz, :titleEn, :dutyAz, :dutyEn, :verified,
                          :sourceAz, :sourceEn, :at)
                        """)
                .param("id", post.id())
                .param("code", post.organisation())
                .param("titleAz", post.words().titleAz())
                .param("titleEn", post.words().titleEn())
                .param("dutyAz", post.words().dutyAz())
                .param("dutyEn", post.words().dutyEn())
                .param("verified", post.verified())
                .param("sourceAz", post.source().az())
                .param("sourceEn", post.source().en())
                .param("at", DirectoryStore.utc(at))
                .update();
    }

    void reword(UUID id, PostWords words) {
        jdbc.sql(
                        """
                        update directory.post
                        set title_az = :titleAz, title_en = :titleEn, duty_az = :dutyAz,
                            duty_en = :dutyEn
                        where id = :id
                        """)
                .param("id", id)
                .param("titleAz", words.titleAz())
                .param("titleEn", words.titleEn())
                .param("dutyAz", words.dutyAz())
                .param("dutyEn", words.dutyEn())
                .update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql("update directory.post set valid_to = :at where id = :id and valid_to is null")
                .param("id", id)
                .param("at", DirectoryStore.utc(at))
                .update();
    }

    /** Everybody who fills or filled a post of that organisation, the latest first. */
    List<Person> people(String organisation) {
        return jdbc.sql(
                        """
                        select h.id, h.post, h.name, h.since, h.until
                        from directory.person h join directory.post p on p.id = h.post
                        where p.organisation = :code and p.valid_to is null
                        order by h.until desc nulls first, h.since desc, h.name limit :most
                        """)
                .param("code", organisation)
                .param("most", ROWS_MAX)
                .query(PostStore::person)
                .list();
    }

    void name(Person person) {
        jdbc.sql(
                        """
                        insert into directory.person (id, post, name, since)
                        values (:id, :post, :name, :since)
                        """)
                .param("id", person.id())
                .param("post", person.post())
                .param("name", person.name())
                .param("since", person.since())
                .update();
    }

    /** Ends a person's time on a post of that organisation; false when it has ended already. */
    boolean endPerson(UUID id, String organisation, LocalDate last) {
        return jdbc.sql(
                                """
                                update directory.person h set until = greatest(:last, since)
                                from directory.post p
                                where h.id = :id and h.until is null and p.id = h.post
                                  and p.organisation = :code
                                """)
                        .param("id", id)
                        .param("code", organisation)
                        .param("last", last)
                        .update()
                == 1;
    }

    void endPeople(UUID post, LocalDate last) {
        jdbc.sql(
                        """
                        update directory.person set until = greatest(:last, since)
                        where post = :post and until is null
                        """)
                .param("post", post)
                .param("last", last)
                .update();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject(1, UUID.class),
                row.getString(2),
                new PostWords(
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                row.getBoolean(7),
                new Words(row.getString(8), row.getString(9)));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class));
    }
}
