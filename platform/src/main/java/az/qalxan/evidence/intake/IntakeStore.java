package az.qalxan.evidence.intake;

import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.IntakeId;
import az.qalxan.evidence.BytesErased;
import az.qalxan.evidence.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is known of files on their way; row-level security decides which there are. */
@Component
class IntakeStore {

    /** Intakes of one list. */
    static final int ROWS_MAX = 500;

    private static final String SELECT = "select i.* from evidence.intake i ";

    private final JdbcClient jdbc;

    IntakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FileIntake> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(IntakeStore::intake)
                .optional();
    }

    Optional<FileIntake> openOf(ExhibitId exhibit) {
        return jdbc.sql(SELECT + "where i.exhibit_id = :exhibit and i.state = 'receiving'")
                .param("exhibit", exhibit.value())
                .query(IntakeStore::intake)
                .optional();
    }

    /**
     * All that are on their way, the one that waits longest first.
     *
     * @param caseNumber of the case whose exhibits they are for; empty for every case
     */
    List<FileIntake> open(String caseNumber) {
        return jdbc.sql(
                        SELECT
                                + """
                                join evidence.exhibit e on e.id = i.exhibit_id
                                where i.state = 'receiving'
                                  and (:case = '' or e.case_number = :case)
                                order by i.last_at, i.id limit :most
                                """)
                .param("case", caseNumber)
                .param("most", ROWS_MAX)
                .query(IntakeStore::intake)
                .list();
    }

    /** Those that an account has on their way into a case, of files of that name and length. */
    List<FileIntake> openLike(CaseNumber number, String account, AnnouncedFile file) {
        return jdbc.sql(
                        SELECT
                                + """
                                join evidence.exhibit e on e.id = i.exhibit_id
                                where i.state = 'receiving' and i.account = :account
                                  and e.case_number = :case
                                  and i.file_name = :name and i.bytes = :bytes
                                order by i.last_at, i.id limit :most
                                """)
                .param("account", account)
                .param("case", number.value())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("most", ROWS_MAX)
                .query(IntakeStore::intake)
                .list();
    }

    /** Whether it was begun; false when another file is on its way to the exhibit. */
    boolean begin(FileIntake intake) {
        return jdbc.sql(
                                """
                                insert into evidence.intake (id, exhibit_id, file_name, bytes,
                                  modified, begun_by, begun_at, last_at)
                                values (:id, :exhibit, :name, :bytes, :modified, :by, :at, :at)
                                on conflict (exhibit_id) where state = 'receiving' do nothing
                                """)
                        .param("id", intake.id().value())
                        .param("exhibit", intake.exhibit().value())
                        .param("name", intake.file().name())
                        .param("bytes", intake.file().bytes())
                        .param("modified", intake.file().modified())
                        .param("by", intake.begunBy())
                        .param("at", utc(intake.begunAt()))
                        .update()
                == 1;
    }

    void received(IntakeId id, long until, Instant at) {
        jdbc.sql(
                        """
                        update evidence.intake
                        set received = greatest(received, :until), last_at = greatest(last_at, :at)
                        where id = :id and state = 'receiving'
                        """)
                .param("until", until)
                .param("at", utc(at))
                .param("id", id.value())
                .update();
    }

    /** Ends an intake that goes on; false when it had ended. */
    boolean end(IntakeId id, IntakeState state, Instant at, String by) {
        return jdbc.sql(
                                """
                                update evidence.intake
                                set state = :state, ended_at = :at, ended_by = :by
                                where id = :id and state = 'receiving'
                                """)
                        .param("state", state.code())
                        .param("at", utc(at))
                        .param("by", by)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Files on their way into a case whose keys were destroyed arrive no more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(BytesErased erased) {
        jdbc.sql(
                        """
                        update evidence.intake i set state = 'dropped', ended_at = i.last_at
                        from evidence.exhibit e
                        where e.id = i.exhibit_id and e.case_number = :case
                          and i.state = 'receiving'
                        """)
                .param("case", erased.caseNumber().value())
                .update();
    }

    /** Those of these that have ended, whoever may see them. */
    @Transactional(readOnly = true)
    List<IntakeId> ended(List<IntakeId> ids) {
        return jdbc.sql("select evidence.ended_intakes(cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(IntakeId::value).toArray(UUID[]::new))
                .query((row, number) -> new IntakeId(row.getObject(1, UUID.class)))
                .list();
    }

    private static FileIntake intake(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new FileIntake(
                new IntakeId(row.getObject("id", UUID.class)),
                new ExhibitId(row.getObject("exhibit_id", UUID.class)),
                new AnnouncedFile(
                        row.getString("file_name"), row.getLong("bytes"), row.getLong("modified")),
                row.getLong("received"),
                IntakeState.of(row.getString("state")),
                row.getString("account"),
                row.getString("begun_by"),
                at(row, "begun_at"),
                at(row, "last_at"),
                ended == null ? null : ended.toInstant());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
