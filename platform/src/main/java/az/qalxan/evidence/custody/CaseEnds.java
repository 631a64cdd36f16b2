package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseTask;
import az.qalxan.casework.Cases;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When cases ended, from which day on exhibits go back to their lawful owners. */
@Component
class CaseEnds {

    private final JdbcClient jdbc;
    private final Exhibits exhibits;
    private final Custody custody;
    private final EvidencePack pack;
    private final CaseDesk cases;
    private final Cases tasks;
    private final Texts texts;
    private final AuditLog audit;

    CaseEnds(
            JdbcClient jdbc,
            Exhibits exhibits,
            Custody custody,
            EvidencePack pack,
            CaseDesk cases,
            Cases tasks,
            Texts texts,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.exhibits = exhibits;
        this.custody = custody;
        this.pack = pack;
        this.cases = cases;
        this.tasks = tasks;
        this.texts = texts;
        this.audit = audit;
    }

    /** The end that counts; empty while the case goes on. */
    @Transactional(readOnly = true)
    public Optional<CaseEnd> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select kind, in_force_on, document, words, at, author
                        from evidence.case_end where case_number = :number
                        order by sequence desc limit 1
                        """)
                .param("number", number.value())
                .query(CaseEnds::end)
                .optional()
                .filter(end -> end.inForceOn() != null);
    }

    /** The day from which exhibits of a case that ended so go back; null while it goes on. */
    @Nullable LocalDate due(CaseEnd end) {
        LocalDate inForce = end.inForceOn();
        return inForce == null ? null : pack.clock("return").after(inForce);
    }

    /** Enters how the case ended: each exhibit's chain says so, and a task of the case reminds. */
    @Transactional
    public void enter(CaseNumber number, CaseEnd end, Caller caller) {
        jdbc.sql(
                        """
                        insert into evidence.case_end
                          (case_number, kind, in_force_on, document, words, at, author)
                        values (:number, :kind, cast(:on as date), :document, :words, :at, :author)
                        """)
                .param("number", number.value())
                .param("kind", end.kind())
                .param("on", end.inForceOn() == null ? null : end.inForceOn().toString())
                .param("document", end.document())
                .param("words", end.words())
                .param("at", CustodyTransferStore.utc(end.at()))
                .param("author", end.author())
                .update();
        audit.record(
                CustodyAct.CASE_ENDED, AuditSubject.of("case", number), Map.of("kind", end.kind()));
        List<Exhibit> kept = exhibits.ofCase(number).stream().filter(Exhibit::alive).toList();
        kept.forEach(one ->
                custody.record(
                        one,
                        CustodyStep.by(caller.name(), CustodyAct.CASE_ENDED, "case-" + end.kind())
                                .saying(end.words())
                                .with(details(end))));
        remind(number, end, caller);
    }

    private Map<String, String> details(CaseEnd end) {
        Map<String, String> details = new HashMap<>();
        details.put("document", end.document());
        @Nullable LocalDate due = due(end);
        if (end.inForceOn() != null && due != null) {
            details.put("in-force-on", end.inForceOn().toString());
            details.put("return-from", due.toString());
        }
        return details;
    }

    /** A task of the case for whoever entered it, where they work on the case at all. */
    private void remind(CaseNumber number, CaseEnd end, Caller caller) {
        @Nullable LocalDate due = due(end);
        boolean own =
                cases.find(number).map(head -> head.body().equals(caller.body())).orElse(false);
        if (due == null || !own) {
            return;
        }
        String title = texts.in(Language.AZ).of("custody.task-return", number);
        tasks.set(
                number,
                new CaseTask(
                        UUID.randomUUID(),
                        number,
                        "",
                        title,
                        "target",
                        due.atStartOfDay(pack.zone()).toInstant(),
                        caller.account().toString(),
                        caller.name(),
                        "open"),
                caller);
    }

    private static CaseEnd end(ResultSet row, int number) throws SQLException {
        return new CaseEnd(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6));
    }
}
