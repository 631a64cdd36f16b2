package az.qalxan.strategy.swot;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.strategy.MeasurePart;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The SWOT entries that name a measure, on the measure's page. */
@Component
class SwotPart implements MeasurePart {

    private static final int ORDER = 70;

    private final Swot swot;
    private final SwotRules rules;
    private final Fragments fragments;

    SwotPart(Swot swot, SwotRules rules, Fragments fragments) {
        this.swot = swot;
        this.rules = rules;
        this.fragments = fragments;
    }

    /** The entries that stand and name the measure. */
    record Named(List<Picture.Shown> entries) {

        Named {
            entries = List.copyOf(entries);
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(MeasureCode code, PageFrame frame) {
        List<Picture.Shown> named =
                Picture.on(swot.all(), swot.today(), rules.zone()).values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.version().said().measures().contains(code.value()))
                        .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        fragments.of(
                                "strategy/swot/part",
                                Map.of("frame", frame, "page", new Named(named))));
    }
}
