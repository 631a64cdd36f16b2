package az.qalxan.strategy.indicator;

import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.Registers;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.indicator.IndicatorFiles.ToldIndicator;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indicators for a body's programs. */
@RestController
@RequestMapping("/api/strategy")
@Tag(name = "Strategy")
class IndicatorApi {

    private final IndicatorPages pages;
    private final IndicatorFiles files;
    private final Registers registers;
    private final IndicatorWords words;
    private final PageFrames frames;

    IndicatorApi(
            IndicatorPages pages,
            IndicatorFiles files,
            Registers registers,
            IndicatorWords words,
            PageFrames frames) {
        this.pages = pages;
        this.files = files;
        this.registers = registers;
        this.words = words;
        this.frames = frames;
    }

    /** A figure that formulas can take. */
    record ToldFigure(
            String name,
            String unit,
            Words title,
            Words definition,
            @Nullable String partOf,
            boolean smallCellsHidden) {}

    /**
     * Every indicator with its last value; an unknown one has the reason instead. {@code known} is
     * a past day such as 2026-10-31: then everything is as it was said on that day.
     */
    @Requires("strategy:read")
    @GetMapping("/indicators")
    List<ToldIndicator> all(
            @RequestParam(defaultValue = "") String known, HttpServletRequest request) {
        return files.told(
                pages.list(IndicatorController.day(known), "", frames.of(request).text()));
    }

    /** One indicator with its history, formula and forecast. */
    @Requires("strategy:read")
    @GetMapping("/indicators" + IndicatorController.CODE)
    ToldIndicator one(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String known,
            HttpServletRequest request) {
        return pages.page(code, null, IndicatorController.day(known), frames.of(request).text())
                .map(files::told)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The figures of registers that a formula can take. */
    @Requires("strategy:read")
    @GetMapping("/figures")
    List<ToldFigure> figures() {
        return registers.figures().stream().map(this::figure).toList();
    }

    private ToldFigure figure(RegisterFigure figure) {
        return new ToldFigure(
                figure.name(),
                figure.unit().code(),
                words.both("register." + figure.name()),
                words.both("register." + figure.name() + ".means"),
                figure.whole(),
                figure.guarded());
    }
}
