package az.qalxan.strategy.swot;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanAim;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrame;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The picture of the four fields, an entry with its history, and what differs between days. */
@Controller
@RequestMapping("/strategy/swot")
class SwotController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String NUMBER = "/{number:[0-9]{1,9}}";
    private static final int REMARK_MAX = 2_000;
    private static final int REMARK_LEAST = 5;

    private final Swot swot;
    private final SwotRules rules;
    private final Plans plans;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    SwotController(
            Swot swot,
            SwotRules rules,
            Plans plans,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.swot = swot;
        this.rules = rules;
        this.plans = plans;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /** The four fields on a day, and what waits for another person. */
    record PicturePage(
            Map<Field, List<Picture.Shown>> fields,
            List<Entry> waiting,
            LocalDate on,
            LocalDate today,
            int months,
            List<PlanMeasure> measures,
            List<PlanAim> targets) {

        PicturePage {
            waiting = List.copyOf(waiting);
            measures = List.copyOf(measures);
            targets = List.copyOf(targets);
        }

        boolean empty() {
            return fields.values().stream().allMatch(List::isEmpty);
        }
    }

    @Requires("strategy:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String picture(@RequestParam(defaultValue = "") String on, Model model) {
        LocalDate day = day(on, swot.today());
        List<Entry> all = swot.all();
        Optional<Plan> plan = plans.current();
        model.addAttribute(
                "page",
                new PicturePage(
                        Picture.on(all, day, rules.zone()),
                        all.stream().filter(one -> one.waiting().isPresent()).toList(),
                        day,
                        swot.today(),
                        rules.evidenceMonths(),
                        plan.map(Plan::measures).orElse(List.of()),
                        plan.map(Plan::coverage).orElse(List.of())));
        return "strategy/swot/picture";
    }

    /** What differs between two days. */
    record ComparePage(
            LocalDate from,
            LocalDate until,
            LocalDate today,
            List<Picture.Difference> differences,
            int before,
            int after) {

        ComparePage {
            differences = List.copyOf(differences);
        }
    }

    @Requires("strategy:read")
    @GetMapping("/compare")
    @Transactional(readOnly = true)
    public String compare(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        LocalDate later = day(until, swot.today());
        LocalDate earlier = day(from, later.minusYears(1));
        List<Entry> all = swot.all();
        model.addAttribute(
                "page",
                new ComparePage(
                        earlier,
                        later,
                        swot.today(),
                        Picture.between(all, earlier, later, rules.zone()),
                        count(all, earlier),
                        count(all, later)));
        return "strategy/swot/compare";
    }

    private int count(List<Entry> all, LocalDate day) {
        return (int) all.stream().filter(one -> one.on(day, rules.zone()).isPresent()).count();
    }

    /** An entry with its versions, and whether the caller wrote what waits. */
    record EntryPage(
            Entry entry,
            Entry.@Nullable Version standing,
            Entry.@Nullable Version waiting,
            boolean own,
            LocalDate today,
            int months,
            List<PlanMeasure> measures,
            List<PlanAim> targets) {

        EntryPage {
            measures = List.copyOf(measures);
            targets = List.copyOf(targets);
        }

        /** What the form starts from. */
        Entry.Said said() {
            return standing != null ? standing.said() : entry.versions().getLast().said();
        }
    }

    @Requires("strategy:read")
    @GetMapping(NUMBER)
    @Transactional(readOnly = true)
    public String entry(@PathVariable long number, Model model) {
        Entry entry = swot.find(number);
        Entry.@Nullable Version waiting = entry.waiting().orElse(null);
        Optional<Plan> plan = plans.current();
        model.addAttribute(
                "page",
                new EntryPage(
                        entry,
                        entry.on(swot.today(), rules.zone()).orElse(null),
                        waiting,
                        waiting != null
                                && waiting.author()
                                        .account()
                                        .equals(callers.require().account().toString()),
                        swot.today(),
                        rules.evidenceMonths(),
                        plan.map(Plan::measures).orElse(List.of()),
                        plan.map(Plan::coverage).orElse(List.of())));
        return "strategy/swot/entry";
    }

    @Requires("strategy:create")
    @PostMapping
    String add(@ModelAttribute SwotForm form) {
        SwotForm.Read read = form.read(plans.current(), swot.today());
        return at(swot.add(read.said(), read.reason(), callers.require()));
    }

    @Requires("strategy:create")
    @PostMapping(NUMBER + "/change")
    String change(@PathVariable long number, @ModelAttribute SwotForm form) {
        SwotForm.Read read = form.read(plans.current(), swot.today());
        swot.change(number, read.said(), read.reason(), callers.require());
        return at(number);
    }

    @Requires("strategy:create")
    @PostMapping(NUMBER + "/drop")
    String drop(@PathVariable long number, @RequestParam(defaultValue = "") String reason) {
        swot.drop(number, remark("reason", reason, REMARK_LEAST), callers.require());
        return at(number);
    }

    @Requires("strategy:create")
    @PostMapping(NUMBER + "/withdraw")
    String withdraw(@PathVariable long number) {
        swot.withdraw(number, callers.require());
        return at(number);
    }

    @Requires("strategy:decide")
    @PostMapping(NUMBER + "/approve")
    String approve(@PathVariable long number, @RequestParam(defaultValue = "") String remark) {
        swot.decide(number, true, remark("remark", remark, 0), callers.require());
        return at(number);
    }

    @Requires("strategy:decide")
    @PostMapping(NUMBER + "/refuse")
    String refuse(@PathVariable long number, @RequestParam(defaultValue = "") String remark) {
        swot.decide(number, false, remark("remark", remark, REMARK_LEAST), callers.require());
        return at(number);
    }

    @Requires("strategy:export")
    @GetMapping("/swot.csv")
    @Transactional
    public ResponseEntity<String> file(
            @RequestParam(defaultValue = "") String on, HttpServletRequest request) {
        LocalDate day = day(on, swot.today());
        audit.record(SwotAct.EXPORTED, AuditSubject.of("swot", day));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"swot-%s.csv\"".formatted(day))
                .body(csv(Picture.on(swot.all(), day, rules.zone()), frames.of(request)));
    }

    private static String csv(Map<Field, List<Picture.Shown>> fields, PageFrame frame) {
        StringBuilder text = new StringBuilder();
        List<String> columns =
                List.of(
                        frame.t("swot.field"),
                        frame.t("swot.number"),
                        frame.t("swot.words"),
                        frame.t("swot.evidence"),
                        frame.t("swot.evidence-on"),
                        frame.t("swot.link"),
                        frame.t("swot.measures"),
                        frame.t("swot.targets"),
                        frame.t("swot.risks"));
        try (CsvDownload csv = new CsvDownload(text, columns)) {
            fields.forEach((field, shown) ->
                    shown.forEach(one -> {
                        Entry.Said said = one.version().said();
                        csv.row(
                                List.of(
                                        frame.t("swot.field." + field.code()),
                                        one.number(),
                                        said.in(frame.lang()),
                                        said.evidence(),
                                        said.evidenceOn(),
                                        said.link(),
                                        String.join("; ", said.measures()),
                                        String.join("; ", said.targets()),
                                        String.join("; ", said.risks())));
                    }));
        }
        return text.toString();
    }

    private static String remark(String field, String typed, int least) {
        String clean = az.qalxan.reporting.CleanText.of(typed);
        if (clean.length() < least || clean.length() > REMARK_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    field, "swot.wrong.words", clean.length(), least, REMARK_MAX)));
        }
        return clean;
    }

    /** A day of the address; the usual one where it is missing or none. */
    static LocalDate day(String typed, LocalDate usual) {
        try {
            return typed.isBlank() ? usual : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return usual;
        }
    }

    private static String at(long number) {
        return "redirect:/strategy/swot/" + number;
    }
}
