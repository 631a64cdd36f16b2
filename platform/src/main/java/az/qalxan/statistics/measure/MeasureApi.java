package az.qalxan.statistics.measure;

import az.qalxan.statistics.measure.Asked.Typed;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Reached reached;
    private final PageFrames frames;

    MeasureApi(Measures measures, MeasureAnswers answers, Reached reached, PageFrames frames) {
        this.measures = measures;
        this.answers = answers;
        this.reached = reached;
        this.frames = frames;
    }

    /**
     * Over all bodies, small cells hidden; days such as 2026-11-27. Who may not read the figures of
     * every body gets whole years, as everybody does.
     */
    @Requires("statistics:read")
    @GetMapping("/api/statistics/measures")
    MeasureAnswers.Told all(@ModelAttribute Typed period, HttpServletRequest request) {
        return told(reached.official(period), request);
    }

    /** Exact, over the cases that the caller may see. */
    @Requires("casework:read")
    @GetMapping("/api/statistics/measures/own")
    @Transactional(readOnly = true)
    public MeasureAnswers.Told own(@ModelAttribute Typed period, HttpServletRequest request) {
        return told(reached.own(period), request);
    }

    private MeasureAnswers.Told told(Asked asked, HttpServletRequest request) {
        return answers.told(measures.answer(asked, frames.of(request).text()), reached.today());
    }
}
