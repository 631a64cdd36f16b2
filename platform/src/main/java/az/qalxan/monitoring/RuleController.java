package az.qalxan.monitoring;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Rule sets: their versions, what is wrong with them, trying them, putting them into force. */
@Controller
@RequestMapping("/monitoring/rules")
class RuleController {

    private static final String VERSION = "redirect:/monitoring/rules/versions/";

    private final RuleDesk desk;
    private final RulePages pages;
    private final PackRules packRules;
    private final MonitoringPack pack;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;

    RuleController(
            RuleDesk desk,
            RulePages pages,
            PackRules packRules,
            MonitoringPack pack,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.pages = pages;
        this.packRules = packRules;
        this.pack = pack;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
    }

    /**
     * All sets.
     *
     * @param mayEvery whether the viewer may make sets for all bodies
     */
    record ListPage(List<RulePages.SetLine> sets, int budget, boolean mayEvery) {

        ListPage {
            sets = List.copyOf(sets);
        }
    }

    @Requires("monitoring:read")
    @GetMapping
    String list(Model model) {
        Caller caller = callers.require();
        model.addAttribute(
                "page",
                new ListPage(pages.sets(), pack.usual().budget(), desk.mayReachEvery(caller)));
        return "monitoring/rules";
    }

    @Requires("monitoring:update")
    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "own") String reach,
            @RequestParam(defaultValue = "0") int budget) {
        UUID id =
                desk.make(
                        callers.require(),
                        new RuleDesk.NewSet(name, reach.equals("every"), budget));
        return "redirect:/monitoring/rules/" + id;
    }

    /** A set with its versions. */
    record SetPage(
            RuleStore.Set set,
            String body,
            List<RuleVersion> versions,
            boolean own,
            int packFiles) {

        SetPage {
            versions = List.copyOf(versions);
        }
    }

    @Requires("monitoring:read")
    @GetMapping("/{id}")
    String set(@PathVariable UUID id, HttpServletRequest request, Model model) {
        RuleStore.Set set = desk.set(id);
        model.addAttribute(
                "page",
                new SetPage(
                        set,
                        names.acronym(
                                new BodyCode(set.body()), frames.of(request).text().language()),
                        pages.versions(id),
                        set.body().equals(callers.require().body().value()),
                        packRules.files().size()));
        return "monitoring/rule-set";
    }

    @Requires("monitoring:decide")
    @PostMapping("/{id}/budget")
    String budget(@PathVariable UUID id, @RequestParam(defaultValue = "0") int budget) {
        desk.budget(id, budget);
        return "redirect:/monitoring/rules/" + id;
    }

    @Requires("monitoring:update")
    @PostMapping("/{id}/versions")
    String handIn(
            @PathVariable UUID id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String note)
            throws IOException {
        RulePackage sent = RuleUpload.of(files == null ? List.of() : files);
        return VERSION + desk.handIn(callers.require(), id, sent, note);
    }

    /** Hands in the pack's own rules. */
    @Requires("monitoring:update")
    @PostMapping("/{id}/pack")
    String takePack(@PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        RulePackage sent = new RulePackage(packRules.files());
        return VERSION + desk.handIn(callers.require(), id, sent, note);
    }

    @Requires("monitoring:read")
    @GetMapping("/versions/{id}")
    String version(@PathVariable UUID id, Model model) {
        boolean own = desk.see(id).of().body().equals(callers.require().body().value());
        model.addAttribute("page", pages.version(id, own, pack.usual().backTestDays()));
        return "monitoring/rule-version";
    }

    @Requires("monitoring:update")
    @PostMapping("/versions/{id}/move")
    String move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        desk.move(callers.require(), id, to, reason);
        return VERSION + id;
    }

    @Requires("monitoring:update")
    @PostMapping("/versions/{id}/back-tests")
    String backTest(@PathVariable UUID id, @RequestParam(defaultValue = "0") int days) {
        desk.backTest(callers.require(), id, days);
        return VERSION + id + "#back-tests";
    }

    /** The back-tests of a version, while one goes on. */
    @Requires("monitoring:read")
    @GetMapping("/versions/{id}/back-tests")
    String backTests(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.tests(desk.see(id)));
        return "monitoring/tests";
    }

    /** A rule as its author wrote it. */
    record RulePage(KeptRule rule, RuleVersion version, String text, int found) {}

    @Requires("monitoring:read")
    @GetMapping("/versions/{id}/rule")
    String rule(@PathVariable UUID id, @RequestParam(name = "id") String rule, Model model) {
        RuleVersion version = desk.see(id);
        RulePages.Written written =
                pages.rule(id, rule).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Map<String, Integer> found = pages.found(id);
        model.addAttribute(
                "page",
                new RulePage(
                        written.rule(),
                        version,
                        new String(written.file(), StandardCharsets.UTF_8),
                        found.getOrDefault(rule, 0)));
        return "monitoring/rule";
    }
}
