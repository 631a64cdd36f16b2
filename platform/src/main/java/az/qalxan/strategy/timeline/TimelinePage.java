package az.qalxan.strategy.timeline;

import az.qalxan.print.SvgPicture;
import az.qalxan.strategy.Edition;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanPriority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the measures in time.
 *
 * @param edition null where there is no plan at all
 * @param bars the measures of this page
 * @param wide the picture; null without measures
 */
record TimelinePage(
        @Nullable Edition edition,
        Choice choice,
        Choices choices,
        Count count,
        List<Bar> bars,
        @Nullable SvgPicture wide,
        @Nullable SvgPicture narrow) {

    TimelinePage {
        bars = List.copyOf(bars);
    }

    /**
     * What is shown.
     *
     * @param body a code of the directory; empty for all
     * @param priority 0 for all
     * @param open only periods without an end
     * @param page from 1
     */
    record Choice(String body, int priority, boolean open, int page) {

        boolean any() {
            return !body.isEmpty() || priority > 0 || open;
        }

        String address(String path, int page) {
            List<String> query = new ArrayList<>();
            if (!body.isEmpty()) {
                query.add("body=" + body);
            }
            if (priority > 0) {
                query.add("priority=" + priority);
            }
            if (open) {
                query.add("open=true");
            }
            if (page > 1) {
                query.add("page=" + page);
            }
            return query.isEmpty() ? path : path + "?" + String.join("&", query);
        }
    }

    /** What can be chosen. */
    record Choices(List<PlanBody> bodies, List<PlanPriority> priorities) {

        Choices {
            bodies = List.copyOf(bodies);
            priorities = List.copyOf(priorities);
        }
    }

    /**
     * How many measures.
     *
     * @param all in the whole choice
     * @param open of them without an end
     */
    record Count(int all, int open, int pages) {}
}
