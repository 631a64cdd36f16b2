package az.qalxan.evidence.upkeep;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.Typed;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What re-verification found, alarms, and verifying one exhibit at once. */
@Controller
@RequestMapping("/evidence")
class CheckController {

    private static final int RUNS = 50;

    private final BytesChecking verifying;
    private final BytesCheckStore store;
    private final Exhibits exhibits;
    private final EvidenceRights rights;
    private final EvidencePack pack;
    private final CurrentCaller callers;

    CheckController(
            BytesChecking verifying,
            BytesCheckStore store,
            Exhibits exhibits,
            EvidenceRights rights,
            EvidencePack pack,
            CurrentCaller callers) {
        this.verifying = verifying;
        this.store = store;
        this.exhibits = exhibits;
        this.rights = rights;
        this.pack = pack;
        this.callers = callers;
    }

    /**
     * The report.
     *
     * @param run the run whose results are shown; null for none
     */
    record ChecksPage(
            List<Alarm> alarms,
            List<BytesCheckStore.Run> runs,
            @Nullable UUID run,
            List<BytesCheckStore.Result> results,
            EvidencePack.PackClock clock) {

        ChecksPage {
            alarms = List.copyOf(alarms);
            runs = List.copyOf(runs);
            results = List.copyOf(results);
        }
    }

    @Requires("evidence:read")
    @GetMapping("/checks")
    @Transactional
    public String page(@RequestParam(required = false) @Nullable UUID run, Model model) {
        verifying.listed("exhibit-list", callers.require().body().value());
        List<BytesCheckStore.Run> runs = store.runs(RUNS);
        @Nullable UUID shown = run == null && !runs.isEmpty() ? runs.getFirst().id() : run;
        model.addAttribute(
                "page",
                new ChecksPage(
                        store.alarms(),
                        runs,
                        shown,
                        shown == null ? List.of() : store.results(shown),
                        pack.clock("verify")));
        return "evidence/upkeep/checks";
    }

    /** Reads the bytes of one exhibit now. */
    @Requires("evidence:update")
    @PostMapping("/exhibits/{id}/verify")
    String verify(@PathVariable UUID id) {
        Caller caller = callers.require();
        Exhibit exhibit = exhibits.require(id);
        if (!rights.may(caller, Verb.UPDATE, exhibit)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        if (exhibit.stored() == null) {
            throw ProblemFound.of(UpkeepProblem.NOTHING_TO_VERIFY);
        }
        UUID run = verifying.begin(caller.name());
        verifying.verify(run, exhibit, caller.name());
        verifying.end(run);
        return "redirect:" + exhibit.path() + "#checks";
    }

    @Requires("evidence:decide")
    @PostMapping("/alarms/{id}/settle")
    String settle(@PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        Typed typed = new Typed();
        String said = typed.words("words", words);
        typed.pass();
        verifying.settle(id, said, callers.require());
        return "redirect:/evidence/checks";
    }
}
