package az.qalxan.strategy.meeting;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.strategy.MeasurePart;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the commission decided about a measure, on the measure's page. */
@Component
class MeetingPart implements MeasurePart {

    private static final int ORDER = 60;

    private final MeetingPages pages;
    private final Fragments fragments;

    MeetingPart(MeetingPages pages, Fragments fragments) {
        this.pages = pages;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(MeasureCode code, PageFrame frame) {
        if (!frame.viewer().may("commission:read")) {
            return Optional.empty();
        }
        MeetingPages.MeasurePage page = pages.about(code.value());
        return page.decisions().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        fragments.of(
                                "strategy/meeting/part", Map.of("frame", frame, "page", page)));
    }
}
