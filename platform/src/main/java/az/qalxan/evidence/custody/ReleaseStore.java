package az.qalxan.evidence.custody;

import az.qalxan.evidence.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was given to lawful owners or ended otherwise. */
@Component
class ReleaseStore {

    private static final int ROWS_MAX = 500;

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Release release) {
        jdbc.sql(
                        """
                        insert into evidence.release (id, exhibit_id, kind, receiver, document,
                          decision, words, receipt, at, until_day, author, factor)
                        values (:id, :exhibit, :kind, :receiver, :document, :decision, :words,
                          :receipt, :at, cast(:until as date), :author, :factor)
                        """)
                .param("id", release.id())
                .param("exhibit", release.exhibit().value())
                .param("kind", release.kind().code())
                .param("receiver", release.receiver())
                .param("document", release.document())
                .param("decision", release.decision())
                .param("words", release.words())
                .param("receipt", release.receipt())
                .param("at", CustodyTransferStore.utc(release.at()))
                .param("until", release.until() == null ? null : release.until().toString())
                .param("author", release.author())
                .param("factor", release.factor())
                .update();
    }

    /** A loan came back; false when it had already. */
    boolean back(UUID loan, Release.Back back) {
        return jdbc.sql(
                                """
                                update evidence.release set back_at = :at, back_author = :author,
                                  back_words = :words
                                where id = :id and kind = 'loan' and back_at is null
                                """)
                        .param("at", CustodyTransferStore.utc(back.at()))
                        .param("author", back.author())
                        .param("words", back.words())
                        .param("id", loan)
                        .update()
                == 1;
    }

    /**
     * Changes the exhibit's state; false when its state, or who holds it, does not allow it.
     *
     * @param holder who has it then
     */
    boolean state(ExhibitId exhibit, String state, String holder, String place) {
        return jdbc.sql("select evidence.release_exhibit(:id, :state, :holder, :place)")
                .param("id", exhibit.value())
                .param("state", state)
                .param("holder", holder)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    List<Release> of(ExhibitId exhibit) {
        return jdbc.sql(
                        """
                        select * from evidence.release where exhibit_id = :exhibit
                        order by at desc, id limit :most
                        """)
                .param("exhibit", exhibit.value())
                .param("most", ROWS_MAX)
                .query(ReleaseStore::release)
                .list();
    }

    Optional<Release> loan(ExhibitId exhibit) {
        return of(exhibit).stream().filter(Release::out).findFirst();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime back = row.getObject("back_at", OffsetDateTime.class);
        return new Release(
                row.getObject("id", UUID.class),
                new ExhibitId(row.getObject("exhibit_id", UUID.class)),
                Release.Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("receiver"),
                row.getString("document"),
                row.getString("decision"),
                row.getString("words"),
                row.getString("receipt"),
                instant(row, "at"),
                row.getObject("until_day", LocalDate.class),
                row.getString("author"),
                row.getString("factor"),
                back == null
                        ? null
                        : new Release.Back(
                                back.toInstant(),
                                row.getString("back_author"),
                                row.getString("back_words")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
