package az.qalxan.strategy.indicator;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource.Behind;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.Registers;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What stands behind a value: the records of a figure, or the person who entered it. */
@Controller
@RequestMapping("/strategy/indicators")
class ValueController {

    private static final int SOURCE_MAX = 500;

    private final Registers registers;
    private final VersionStore versions;
    private final HandEntry entry;
    private final Indicators indicators;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final PageFrames frames;
    private final Clock clock;

    ValueController(
            Registers registers,
            VersionStore versions,
            HandEntry entry,
            Indicators indicators,
            CurrentCaller callers,
            AuditLog audit,
            PageFrames frames,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.entry = entry;
        this.indicators = indicators;
        this.callers = callers;
        this.audit = audit;
        this.frames = frames;
        this.clock = clock;
    }

    /** The records behind a figure. */
    record BehindPage(RegisterFigure figure, FigurePeriod period, List<Behind> records) {

        BehindPage {
            records = List.copyOf(records);
        }

        /** Whether there may be more than are listed. */
        boolean cut() {
            return records.size() >= Registers.LISTED_MAX;
        }
    }

    /**
     * The records that the caller may see anyway; without the right to see such records there is no
     * such page.
     */
    @Requires("strategy:read")
    @GetMapping("/figures/{name}/{period}")
    @Transactional
    public String behind(
            @PathVariable String name,
            @PathVariable String period,
            HttpServletRequest request,
            Model model) {
        RegisterFigure figure =
                registers.find(name).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        FigurePeriod asked =
                FigurePeriod.parse(period).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!frames.of(request).viewer().may(figure.right())) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        audit.record(
                IndicatorAct.BEHIND_LISTED,
                AuditSubject.of("figure", name),
                Map.of("period", asked.code()));
        model.addAttribute("page", new BehindPage(figure, asked, registers.behind(figure, asked)));
        return "strategy/indicator/behind";
    }

    /** What was typed by hand. */
    record Typed(
            @Nullable String period,
            @Nullable String value,
            @Nullable String source,
            @Nullable String sourceOn) {

        private static String of(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @Requires("strategy:update")
    @PostMapping(IndicatorController.CODE + "/values")
    String enter(@PathVariable String code, @ModelAttribute Typed typed) {
        IndicatorVersion version =
                versions.inForce(clock.instant()).stream()
                        .filter(one -> one.code().equals(code))
                        .findAny()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        HandEntry.check(version, callers.require());
        HandEntry.Entered entered = read(version, typed);
        entry.enter(version, entered, callers.require());
        return "redirect:/strategy/indicators/" + code + "?period=" + entered.period().code();
    }

    private HandEntry.Entered read(IndicatorVersion version, Typed typed) {
        List<Violation> wrong = new ArrayList<>();
        String source = Typed.of(typed.source());
        Optional<FigurePeriod> period =
                FigurePeriod.parse(Typed.of(typed.period()))
                        .filter(one -> one.step() == version.definition().step())
                        .filter(one -> !one.end().isAfter(indicators.today()));
        if (period.isEmpty()) {
            wrong.add(Violation.at("period", "indicator.wrong.period", Typed.of(typed.period())));
        }
        @Nullable BigDecimal value =
                IndicatorForm.decimal(Typed.of(typed.value()).replace(',', '.'));
        if (value == null) {
            wrong.add(Violation.at("value", "indicator.wrong.number", Typed.of(typed.value())));
        }
        int length = source.length();
        if (length < 3 || length > SOURCE_MAX) {
            wrong.add(Violation.at("source", "indicator.wrong.length", length, 3, SOURCE_MAX));
        }
        @Nullable LocalDate day = IndicatorController.day(Typed.of(typed.sourceOn()));
        if (day == null || day.isAfter(indicators.today())) {
            wrong.add(Violation.at("sourceOn", "indicator.wrong.day", Typed.of(typed.sourceOn())));
        }
        if (period.isEmpty() || value == null || day == null || !wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        return new HandEntry.Entered(period.get(), value, source, day);
    }
}
