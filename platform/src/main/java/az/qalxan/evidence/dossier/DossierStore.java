package az.qalxan.evidence.dossier;

import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.StoredId;
import az.qalxan.evidence.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes exports; row-level security decides who sees which. */
@Component
class DossierStore {

    private static final String SELECT =
            """
            select id, case_number, sequence, purpose, recipient, basis, document, words, exhibits,
              state, bytes_done, bytes_all, failure, stored_id, sha256, bytes, graph, entry, at,
              touched_at, author
            from evidence.dossier
            """;

    private final JdbcClient jdbc;

    DossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dossier> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(DossierStore::read)
                .optional();
    }

    List<Dossier> ofCase(CaseNumber number, int most) {
        return jdbc.sql(SELECT + " where case_number = :number order by sequence desc limit :most")
                .param("number", number.value())
                .param("most", most)
                .query(DossierStore::read)
                .list();
    }

    List<Dossier> ofBody(String body, int most) {
        return jdbc.sql(SELECT + " where body = :body order by at desc, id limit :most")
                .param("body", body)
                .param("most", most)
                .query(DossierStore::read)
                .list();
    }

    List<Dossier> ofExhibit(ExhibitId exhibit, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where id in (select x.dossier_id from evidence.dossier_exhibit x
                                              where x.exhibit_id = :exhibit)
                                order by at desc, id limit :most
                                """)
                .param("exhibit", exhibit.value())
                .param("most", most)
                .query(DossierStore::read)
                .list();
    }

    List<ExhibitId> exhibits(UUID dossier) {
        return jdbc.sql(
                        """
                        select exhibit_id from evidence.dossier_exhibit
                        where dossier_id = :dossier order by place
                        """)
                .param("dossier", dossier)
                .query((row, number) -> new ExhibitId(row.getObject(1, UUID.class)))
                .list();
    }

    int next(CaseNumber number) {
        return jdbc.sql("select evidence.next_dossier(:number)")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    void insert(Dossier dossier, List<ExhibitId> exhibits) {
        jdbc.sql(
                        """
                        insert into evidence.dossier (id, case_number, sequence, purpose, recipient,
                          basis, document, words, exhibits, bytes_all, at, touched_at, author)
                        values (:id, :number, :sequence, :purpose, :recipient, :basis, :document,
                          :words, :exhibits, :all, :at, :at, :author)
                        """)
                .param("id", dossier.id())
                .param("number", dossier.caseNumber().value())
                .param("sequence", dossier.sequence())
                .param("purpose", dossier.terms().purpose().code())
                .param("recipient", dossier.terms().recipient())
                .param("basis", dossier.terms().basis())
                .param("document", dossier.terms().document())
                .param("words", dossier.terms().words())
                .param("exhibits", dossier.exhibits())
                .param("all", dossier.written().bytesAll())
                .param("at", utc(dossier.at()))
                .param("author", dossier.author())
                .update();
        jdbc.sql(
                        """
                        insert into evidence.dossier_exhibit (dossier_id, exhibit_id, place)
                        select :dossier, row.exhibit, row.place - 1
                        from unnest(cast(:exhibits as uuid[])) with ordinality
                          as row (exhibit, place)
                        """)
                .param("dossier", dossier.id())
                .param("exhibits", exhibits.stream().map(ExhibitId::value).toArray(UUID[]::new))
                .update();
    }

    /** Notes that the writing goes on; false when it must not. */
    boolean writing(UUID id, long bytesDone, Instant now) {
        return jdbc.sql(
                                """
                                update evidence.dossier
                                set state = 'writing', bytes_done = :done, touched_at = :now
                                where id = :id and state in ('waiting', 'writing')
                                """)
                        .param("done", bytesDone)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Says that somebody still works on it. */
    void touch(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update evidence.dossier set touched_at = :now
                        where id = :id and state in ('waiting', 'writing')
                        """)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void failed(UUID id, String failure, Instant now) {
        jdbc.sql(
                        """
                        update evidence.dossier
                        set state = 'failed', failure = :failure, touched_at = :now
                        where id = :id and state in ('waiting', 'writing')
                        """)
                .param("failure", failure)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /**
     * What came of a writing.
     *
     * @param entry of the export in the ledger
     */
    record Result(StoredId stored, String sha256, long length, String graph, UUID entry) {}

    boolean ready(UUID id, Result result, Instant now) {
        return jdbc.sql(
                                """
                                update evidence.dossier
                                set state = 'ready', stored_id = :stored, sha256 = :sha256,
                                  bytes = :length, bytes_done = bytes_all, graph = :graph,
                                  entry = :entry, touched_at = :now
                                where id = :id and state in ('waiting', 'writing')
                                """)
                        .param("stored", result.stored().toString())
                        .param("sha256", result.sha256())
                        .param("length", result.length())
                        .param("graph", result.graph())
                        .param("entry", result.entry())
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Dossier read(ResultSet row, int number) throws SQLException {
        @Nullable String stored = row.getString("stored_id");
        @Nullable String sha256 = row.getString("sha256");
        return new Dossier(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getInt("sequence"),
                new Dossier.Terms(
                        Purpose.of(row.getString("purpose")).orElseThrow(),
                        row.getString("recipient"),
                        row.getString("basis"),
                        row.getString("document"),
                        row.getString("words")),
                row.getInt("exhibits"),
                Dossier.State.of(row.getString("state")),
                new Dossier.Written(
                        row.getLong("bytes_done"),
                        row.getLong("bytes_all"),
                        row.getString("failure"),
                        stored == null ? null : StoredId.parse(stored).orElseThrow(),
                        Objects.requireNonNullElse(sha256, ""),
                        row.getLong("bytes"),
                        row.getString("graph"),
                        row.getObject("entry", UUID.class),
                        instant(row, "touched_at")),
                instant(row, "at"),
                row.getString("author"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
