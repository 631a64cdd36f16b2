package az.qalxan.strategy.timeline;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.Progress;
import az.qalxan.strategy.timeline.TimelinePage.Choice;
import az.qalxan.strategy.timeline.TimelinePage.Choices;
import az.qalxan.strategy.timeline.TimelinePage.Count;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan in time. */
@Controller
class TimelineController {

    /** Measures of one page; a plan of 56 fits on one. */
    static final int ROWS_MAX = 60;

    private final Plans plans;
    private final Progress progress;
    private final PageFrames frames;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    TimelineController(
            Plans plans,
            Progress progress,
            PageFrames frames,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.plans = plans;
        this.progress = progress;
        this.frames = frames;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @Requires("strategy:read")
    @GetMapping("/strategy/timeline")
    String page(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "0") int priority,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        Choice asked = new Choice(body, Math.max(0, priority), open, Math.max(1, page));
        Text text = frames.of(request).text();
        model.addAttribute(
                "page",
                plans.current()
                        .map(plan -> page(plan, asked, text))
                        .orElseGet(() -> nothing(asked)));
        return "strategy/timeline/page";
    }

    private static TimelinePage nothing(Choice asked) {
        return new TimelinePage(
                null,
                asked,
                new Choices(List.of(), List.of()),
                new Count(0, 0, 0),
                List.of(),
                null,
                null);
    }

    private TimelinePage page(Plan plan, Choice asked, Text text) {
        List<PlanMeasure> chosen = chosen(plan, asked);
        int pages = Math.max(1, (chosen.size() + ROWS_MAX - 1) / ROWS_MAX);
        int page = Math.min(asked.page(), pages);
        List<PlanMeasure> shown =
                chosen.subList((page - 1) * ROWS_MAX, Math.min(page * ROWS_MAX, chosen.size()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        Years years =
                Years.of(
                        plan.measures().stream().map(one -> one.measure().span()).toList(),
                        plan.edition().approved(),
                        today);
        TimelinePicture.Day line = TimelinePicture.Day.today(today, text);
        List<Bar> bars = Bar.of(shown, progress.standings(clock.instant()));
        int open = (int) chosen.stream().filter(one -> one.measure().span().isOpen()).count();
        return new TimelinePage(
                plan.edition(),
                new Choice(asked.body(), asked.priority(), asked.open(), page),
                new Choices(bodies(plan), plan.priorities()),
                new Count(chosen.size(), open, pages),
                bars,
                bars.isEmpty() ? null : TimelinePicture.wide(bars, years, line, text),
                bars.isEmpty() ? null : TimelinePicture.narrow(bars, years, line, text));
    }

    private static List<PlanMeasure> chosen(Plan plan, Choice asked) {
        Optional<BodyCode> body = body(asked.body());
        List<PlanMeasure> of =
                asked.body().isEmpty() ? plan.measures() : body.map(plan::of).orElse(List.of());
        return of.stream()
                .filter(one ->
                        asked.priority() == 0 || one.measure().priority() == asked.priority())
                .filter(one -> !asked.open() || one.measure().span().isOpen())
                .toList();
    }

    private static Optional<BodyCode> body(String code) {
        return code.matches("[a-z0-9][a-z0-9-]{0,39}")
                ? Optional.of(new BodyCode(code))
                : Optional.empty();
    }

    /** The bodies that have a part in the plan, each once, by their acronyms. */
    private static List<PlanBody> bodies(Plan plan) {
        Map<String, PlanBody> byCode = new TreeMap<>();
        for (PlanMeasure measure : plan.measures()) {
            for (PlanBody body : measure.bodies()) {
                BodyCode code = body.body();
                if (code != null) {
                    byCode.putIfAbsent(code.value(), body);
                }
            }
        }
        return List.copyOf(byCode.values());
    }
}
