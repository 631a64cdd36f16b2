package az.qalxan.evidence.dossier;

import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.evidence.Exhibits;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports of exhibits for programs. */
@RestController
@RequestMapping("/api/evidence/dossiers")
@Tag(name = "Evidence")
class DossierApi {

    private final DossierOrders orders;
    private final DossierDesk desk;
    private final Exhibits exhibits;
    private final CaseDesk cases;
    private final CurrentCaller callers;
    private final Clock clock;

    DossierApi(
            DossierOrders orders,
            DossierDesk desk,
            Exhibits exhibits,
            CaseDesk cases,
            CurrentCaller callers,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.exhibits = exhibits;
        this.cases = cases;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * An order.
     *
     * @param caseNumber of the case
     * @param exhibits their places in the case, for example {@code 3} or {@code 3-1}; none: all
     * @param purpose {@code court} or {@code assistance}
     */
    record Order(
            @Nullable String caseNumber,
            @Nullable List<String> exhibits,
            @Nullable String purpose,
            @Nullable String recipient,
            @Nullable String basis,
            @Nullable String document,
            @Nullable String words) {}

    /**
     * Where an export stands.
     *
     * @param state {@code waiting}, {@code writing}, {@code ready}, {@code failed}, {@code stopped}
     * @param graph {@code valid}, or {@code unjudged} where no shapes were taken over
     */
    record State(
            UUID id,
            String number,
            String state,
            int percent,
            String failure,
            String sha256,
            long bytes,
            String graph) {}

    /** Orders an export; it is written in the background. */
    @Requires("evidence:export")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    State order(@RequestBody Order order) {
        String number = order.caseNumber() == null ? "" : order.caseNumber();
        return state(
                orders.order(
                        new DossierForm(
                                number,
                                ids(number, order.exhibits()),
                                order.purpose(),
                                order.recipient(),
                                order.basis(),
                                order.document(),
                                order.words()),
                        callers.require()));
    }

    private List<UUID> ids(String number, @Nullable List<String> places) {
        Map<String, UUID> all = new LinkedHashMap<>();
        exhibits.ofCase(cases.require(number).number())
                .forEach(one -> all.put(one.number().place(), one.id().value()));
        if (places == null || places.isEmpty()) {
            return List.copyOf(all.values());
        }
        return places.stream()
                .map(place ->
                        Optional.ofNullable(all.get(place))
                                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)))
                .toList();
    }

    /** Where it stands. */
    @Requires("evidence:read")
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public State state(@PathVariable UUID id) {
        return state(desk.require(id));
    }

    private State state(Dossier dossier) {
        Dossier.Written written = dossier.written();
        return new State(
                dossier.id(),
                dossier.number(),
                dossier.stopped(clock.instant()) ? "stopped" : dossier.state().code(),
                dossier.state() == Dossier.State.READY ? 100 : written.percent(),
                written.failure(),
                written.sha256(),
                written.length(),
                written.graph());
    }

    /** The container; ranges are answered. */
    @Requires("evidence:export")
    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        return orders.file(id, callers.require());
    }
}
