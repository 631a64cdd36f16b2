package az.qalxan.access;

import az.qalxan.web.CsvDownload;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the access matrix: the rules in force, every version, what each changed. */
@Controller
@RequestMapping("/access/matrix")
class MatrixController {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "role",
                    "module",
                    "verb",
                    "scope",
                    "handling",
                    "bodies",
                    "reason_az",
                    "reason_en");

    private final AccessPolicy policy;
    private final MatrixStore store;
    private final KnownBodies bodies;
    private final CurrentCaller callers;
    private final AccessSettings settings;

    MatrixController(
            AccessPolicy policy,
            MatrixStore store,
            KnownBodies bodies,
            CurrentCaller callers,
            AccessSettings settings) {
        this.policy = policy;
        this.store = store;
        this.bodies = bodies;
        this.callers = callers;
        this.settings = settings;
    }

    @GetMapping
    @Requires("access:read")
    ModelAndView matrix(@ModelAttribute MatrixFilter filter) {
        MatrixPage page =
                new MatrixPage(
                        filter.of(policy.matrix().rules()),
                        filter,
                        bodies.codes(),
                        version(store.inForce().orElse(null)),
                        version(store.proposed().orElse(null)));
        return new ModelAndView("access/matrix", "page", page);
    }

    private @Nullable MatrixVersion version(@Nullable Integer number) {
        return number == null ? null : store.find(number).orElse(null);
    }

    @GetMapping("/rules.csv")
    @Requires("access:read")
    ResponseEntity<String> csv(@ModelAttribute MatrixFilter filter) {
        StringWriter text = new StringWriter();
        try (CsvDownload file = new CsvDownload(text, COLUMNS)) {
            filter.of(policy.matrix().rules()).forEach(rule -> file.row(cells(rule)));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"access-matrix.csv\"")
                .body(text.toString());
    }

    private static List<String> cells(MatrixRule rule) {
        return List.of(
                rule.id(),
                rule.role().code(),
                rule.right().module().code(),
                rule.right().verb().code(),
                rule.reach().code(),
                rule.ceiling().label(),
                rule.bodies().toString(),
                rule.reason().azerbaijani(),
                rule.reason().english());
    }

    /** The rules in the shape that a proposal may be uploaded in: JSON is YAML too. */
    @GetMapping("/rules.json")
    @Requires("access:read")
    ResponseEntity<Map<String, Object>> json(@ModelAttribute MatrixFilter filter) {
        List<Map<String, Object>> rules =
                filter.of(policy.matrix().rules()).stream().map(MatrixController::entry).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"access-matrix.json\"")
                .body(Map.of("rules", rules));
    }

    private static Map<String, Object> entry(MatrixRule rule) {
        return Map.of(
                "id", rule.id(),
                "role", rule.role().code(),
                "module", rule.right().module().code(),
                "verb", rule.right().verb().code(),
                "handling", rule.ceiling().label(),
                "scope", rule.reach().code(),
                "bodies", rule.bodies().codes(),
                "reason", Map.of("az", rule.reason().azerbaijani(), "en", rule.reason().english()));
    }

    @GetMapping("/history")
    @Requires("access:read")
    ModelAndView history() {
        return new ModelAndView("access/matrix-history", "versions", store.history());
    }

    @GetMapping("/versions/{number:[0-9]{1,9}}")
    @Requires("access:read")
    @Transactional(readOnly = true)
    ModelAndView version(@PathVariable int number) {
        MatrixVersion version =
                store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        @Nullable Integer before = version.basedOn();
        MatrixDifference difference =
                MatrixDifference.between(
                        before == null ? List.of() : store.rules(before), store.rules(number));
        Caller caller = callers.require();
        boolean open = version.state() == MatrixVersion.State.PROPOSED;
        boolean own = version.proposer().account().equals(caller.account().toString());
        boolean may = policy.permits(caller, new Right(GuardedModule.ACCESS, Verb.DECIDE));
        MatrixVersionPage page =
                new MatrixVersionPage(
                        version,
                        difference,
                        open && may && !own && !version.signedBy(caller.account()),
                        open && (may || own),
                        settings.signingBodiesMin());
        return new ModelAndView("access/matrix-version", "page", page);
    }
}
