package az.qalxan.casework;

import az.qalxan.access.CompartmentId;
import az.qalxan.reporting.TakenReports;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves a case and its reports into a compartment of named people, and out again. */
@Component
public class Seclusion {

    private final CaseDesk desk;
    private final CaseStore store;
    private final TakenReports reports;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seclusion(
            CaseDesk desk,
            CaseStore store,
            TakenReports reports,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.reports = reports;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Why a case is hidden or shown again, and by whom. */
    public record Grounds(String author, String reason) {}

    /** Hides the case from everybody outside that compartment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hide(CaseHead head, CompartmentId compartment, Grounds grounds) {
        note(head, "restricted", grounds);
        move(head, compartment);
        jdbc.sql(
                        """
                        insert into casework.case_compartment (case_id, compartment, since)
                        values (:case, :compartment, :at)
                        """)
                .param("case", head.id())
                .param("compartment", compartment.value())
                .param("at", CaseStore.utc(clock.instant()))
                .update();
    }

    /** Shows the case to its body again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(CaseHead head, Grounds grounds) {
        note(head, "unrestricted", grounds);
        move(head, null);
        jdbc.sql(
                        """
                        update casework.case_compartment set lifted_at = :at
                        where case_id = :case and lifted_at is null
                        """)
                .param("case", head.id())
                .param("at", CaseStore.utc(clock.instant()))
                .update();
    }

    private void note(CaseHead head, String kind, Grounds grounds) {
        desk.note(
                head,
                Noted.by(grounds.author(), CaseworkAct.RESTRICTED, kind).with(grounds.reason()));
    }

    private void move(CaseHead head, @Nullable CompartmentId compartment) {
        Instant now = clock.instant();
        if (!store.seclude(head, compartment, now)) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        boolean secluded = compartment != null;
        reports.secluded(head.number().value(), secluded);
        events.publishEvent(new CaseSecluded(head.number(), head.body().value(), secluded, now));
    }

    /** Every compartment in which the case stood or stands. */
    @Transactional(readOnly = true)
    public List<CompartmentId> past(CaseHead head) {
        return jdbc.sql("select compartment from casework.case_compartment where case_id = :case")
                .param("case", head.id())
                .query((row, number) -> new CompartmentId(row.getObject(1, UUID.class)))
                .list();
    }
}
