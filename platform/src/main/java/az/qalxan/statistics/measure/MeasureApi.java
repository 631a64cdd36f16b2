package az.qalxan.statistics.measure;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.measure.Asked.Sight;
import az.qalxan.statistics.measure.Asked.Typed;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Figures about cases for a body's programs. */
@RestController
@Tag(name = "Statistics")
class MeasureApi {

    private final Measures measures;
    private final MeasureAnswers answers;
    private final Jurisdiction jurisdiction;
    private final PageFrames frames;
    private final Clock clock;

    MeasureApi(
            Measures measures,
            MeasureAnswers answers,
            Jurisdiction jurisdiction,
            PageFrames frames,
            Clock clock) {
        this.measures = measures;
        this.answers = answers;
        this.jurisdiction = jurisdiction;
        this.frames = frames;
        this.clock = clock;
    }

    /** Over all bodies, small cells hidden; days such as 2026-11-27. */
    @Requires("statistics:read")
    @GetMapping("/api/statistics/measures")
    MeasureAnswers.Told all(@ModelAttribute Typed period, HttpServletRequest request) {
        return told(period.days(Sight.ALL, today()), request);
    }

    /** Exact, over the cases that the caller may see. */
    @Requires("casework:read")
    @GetMapping("/api/statistics/measures/own")
    @Transactional(readOnly = true)
    public MeasureAnswers.Told own(@ModelAttribute Typed period, HttpServletRequest request) {
        return told(period.days(Sight.OWN, today()), request);
    }

    private MeasureAnswers.Told told(Asked asked, HttpServletRequest request) {
        return answers.told(measures.answer(asked, frames.of(request).text()), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }
}
