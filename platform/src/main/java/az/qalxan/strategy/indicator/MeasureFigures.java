package az.qalxan.strategy.indicator;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.strategy.MeasurePart;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The figures that tell of a measure, on the measure's page. */
@Component
class MeasureFigures implements MeasurePart {

    private final Indicators indicators;
    private final IndicatorPages pages;
    private final IndicatorWords words;
    private final Fragments fragments;

    MeasureFigures(
            Indicators indicators,
            IndicatorPages pages,
            IndicatorWords words,
            Fragments fragments) {
        this.indicators = indicators;
        this.pages = pages;
        this.words = words;
        this.fragments = fragments;
    }

    /** What the part shows. */
    record PartPage(List<IndicatorPages.Row> rows, IndicatorWords words) {

        PartPage {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Content> of(MeasureCode code, PageFrame frame) {
        List<IndicatorPages.Row> rows =
                indicators.of(code, indicators.today()).stream()
                        .map(one -> pages.row(one, frame.text()))
                        .toList();
        return Optional.of(
                fragments.of(
                        "strategy/indicator/part",
                        Map.of("frame", frame, "page", new PartPage(rows, words))));
    }
}
