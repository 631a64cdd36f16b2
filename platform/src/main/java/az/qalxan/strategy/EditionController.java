package az.qalxan.strategy;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanComparison;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanFlaw;
import az.qalxan.engines.plan.PlanRead;
import az.qalxan.engines.plan.PlanReader;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Editions of the plan: what changed, and bringing in a new one. */
@Controller
@RequestMapping("/strategy")
class EditionController {

    private final Plans plans;
    private final EditionDesk desk;
    private final UploadDesk uploads;
    private final CurrentCaller callers;

    EditionController(Plans plans, EditionDesk desk, UploadDesk uploads, CurrentCaller callers) {
        this.plans = plans;
        this.desk = desk;
        this.uploads = uploads;
        this.callers = callers;
    }

    @Requires("strategy:read")
    @GetMapping("/editions")
    String editions(Model model) {
        model.addAttribute("editions", plans.editions());
        return "strategy/editions";
    }

    /** An edition and what it says otherwise than another. */
    record ComparePage(Edition before, Edition after, List<PlanChange> changes, boolean newest) {

        ComparePage {
            changes = List.copyOf(changes);
        }
    }

    @Requires("strategy:read")
    @GetMapping("/editions/{before}/changes/{after}")
    String changes(@PathVariable int before, @PathVariable int after, Model model) {
        Plan old = plan(before);
        Plan fresh = plan(after);
        boolean newest = plans.editions().getFirst().number() == after;
        model.addAttribute(
                "page",
                new ComparePage(
                        old.edition(),
                        fresh.edition(),
                        PlanComparison.between(old.file(), fresh.file()),
                        newest));
        return "strategy/changes";
    }

    /** The file of an edition as it was brought in. */
    @Requires("strategy:export")
    @GetMapping("/editions/{number}/file")
    ResponseEntity<byte[]> file(@PathVariable int number) {
        byte[] content =
                desk.file(plan(number).edition().id())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"plan-edition-" + number + ".yaml\"")
                .body(content);
    }

    @Requires("strategy:administer")
    @PostMapping("/editions/{number}/restore")
    String restore(@PathVariable int number, @RequestParam(defaultValue = "") String note) {
        if (desk.restore(plan(number).edition().id(), caller().name(), bounded(note)).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/strategy/editions";
    }

    /** A file that is no plan, and why. */
    record RefusedPage(String name, List<PlanFlaw> flaws) {

        RefusedPage {
            flaws = List.copyOf(flaws);
        }
    }

    @Requires("strategy:administer")
    @PostMapping("/uploads")
    ModelAndView upload(@RequestParam("file") MultipartFile file) throws IOException {
        String given = file.getOriginalFilename();
        String name = given == null || given.isBlank() ? "plan.yaml" : given;
        byte[] content;
        try (InputStream stream = file.getInputStream()) {
            content = stream.readNBytes(PlanReader.BYTES_MAX + 1);
        }
        return switch (PlanReader.read(content)) {
            case PlanRead.Read read ->
                    new ModelAndView("redirect:/strategy/uploads/" + uploads.keep(name, content));
            case PlanRead.Refused refused -> {
                ModelAndView page = new ModelAndView("strategy/refused");
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                page.addObject("page", new RefusedPage(name, refused.flaws()));
                yield page;
            }
        };
    }

    /** A file that waits, and what it would change. */
    record PreviewPage(
            UUID id,
            String name,
            PlanFile file,
            List<PlanFlaw> warnings,
            List<PlanChange> changes,
            boolean first) {

        PreviewPage {
            warnings = List.copyOf(warnings);
            changes = List.copyOf(changes);
        }
    }

    @Requires("strategy:administer")
    @GetMapping("/uploads/{id}")
    String preview(@PathVariable UUID id, Model model) {
        UploadStore.Upload upload = uploads.find(id);
        if (!(PlanReader.read(upload.content()) instanceof PlanRead.Read read)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        boolean first = plans.current().map(one -> !one.edition().wording()).orElse(true);
        model.addAttribute(
                "page",
                new PreviewPage(
                        id,
                        upload.name(),
                        read.file(),
                        read.warnings(),
                        desk.changes(read.file()),
                        first));
        return "strategy/preview";
    }

    @Requires("strategy:administer")
    @PostMapping("/uploads/{id}/record")
    String record(@PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        uploads.record(id, caller().name(), bounded(note));
        return "redirect:/strategy/editions";
    }

    @Requires("strategy:administer")
    @PostMapping("/uploads/{id}/discard")
    String discard(@PathVariable UUID id) {
        uploads.discard(id);
        return "redirect:/strategy/editions";
    }

    private Caller caller() {
        return callers.require();
    }

    private static String bounded(String note) {
        String bare = note.strip();
        return bare.length() > EditionDesk.NOTE_MAX
                ? bare.substring(0, EditionDesk.NOTE_MAX)
                : bare;
    }

    private Plan plan(int number) {
        return plans.editions().stream()
                .filter(one -> one.number() == number)
                .findAny()
                .flatMap(one -> plans.of(one.id()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
