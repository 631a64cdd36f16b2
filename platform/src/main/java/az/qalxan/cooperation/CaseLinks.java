package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.audit.AuditLog;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHandedOver;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseSecluded;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which requests belong to which cases; a link stands where its case stands. */
@Component
class CaseLinks {

    private static final int SHOWN_MAX = 200;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final RequestStore store;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final Clock clock;

    CaseLinks(
            JdbcClient jdbc,
            Requests requests,
            RequestStore store,
            CaseDesk cases,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.store = store;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Attaches a request to a case, both of which the caller must see. */
    @Transactional
    public void attach(RequestNumber number, String caseNumber, Caller caller) {
        RequestHead head = requests.see(number).head();
        CaseHead file = cases.require(caseNumber);
        @Nullable CompartmentId compartment = file.compartment();
        jdbc.sql(
                        """
                        insert into cooperation.case_link as l (request_id, case_number, at, author,
                          body, handling, compartment)
                        values (:request, :case, :at, :author, :body, :handling, :compartment)
                        on conflict on constraint case_link_pk do update
                        set at = :at, author = :author, detached_at = null, detached_by = ''
                        where l.detached_at is not null
                        """)
                .param("request", head.id())
                .param("case", file.number().value())
                .param("at", Stored.utc(clock.instant()))
                .param("author", caller.name())
                .param("body", file.body().value())
                .param("handling", file.handling().rank())
                .param("compartment", compartment == null ? null : compartment.value())
                .update();
        audit.record(
                CooperationAct.ATTACHED,
                Requests.subject(number),
                Map.of("case", file.number().value()));
    }

    /** Takes a request out of a case; that it stood there is kept. */
    @Transactional
    public void detach(RequestNumber number, String caseNumber, Caller caller) {
        RequestHead head = requests.see(number).head();
        CaseHead file = cases.require(caseNumber);
        jdbc.sql(
                        """
                        update cooperation.case_link set detached_at = :at, detached_by = :by
                        where request_id = :request and case_number = :case
                          and detached_at is null
                        """)
                .param("at", Stored.utc(clock.instant()))
                .param("by", caller.name())
                .param("request", head.id())
                .param("case", file.number().value())
                .update();
        audit.record(
                CooperationAct.DETACHED,
                Requests.subject(number),
                Map.of("case", file.number().value()));
    }

    /** The cases of a request, as far as the caller may know of them. */
    @Transactional(readOnly = true)
    public List<String> cases(UUID request) {
        return jdbc.sql(
                        """
                        select case_number from cooperation.case_link
                        where request_id = :request and detached_at is null
                        order by case_number limit :most
                        """)
                .param("request", request)
                .param("most", SHOWN_MAX)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The requests of a case, as far as the caller may know of them. */
    @Transactional(readOnly = true)
    public List<RequestLine> requests(CaseNumber number) {
        List<UUID> ids =
                jdbc.sql(
                                """
                                select request_id from cooperation.case_link
                                where case_number = :case and detached_at is null limit :most
                                """)
                        .param("case", number.value())
                        .param("most", SHOWN_MAX)
                        .query((row, index) -> row.getObject(1, UUID.class))
                        .list();
        return store.of(ids);
    }

    @EventListener
    void on(CaseHandedOver moved) {
        follow(moved.number());
    }

    @EventListener
    void on(CaseSecluded moved) {
        follow(moved.number());
    }

    private void follow(CaseNumber moved) {
        jdbc.sql("select cooperation.follow_cases(array[:number])")
                .param("number", moved.value())
                .query((row, number) -> true)
                .single();
    }
}
