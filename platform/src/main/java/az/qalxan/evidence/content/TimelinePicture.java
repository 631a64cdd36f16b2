package az.qalxan.evidence.content;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many moments there are over time, as bars that lead to their stretch.
 *
 * @param most the moments of the highest bar
 */
record TimelinePicture(List<Bar> bars, long most, Instant first, Instant last) {

    static final int BARS = 60;
    static final int HEIGHT = 120;

    private static final int STEP = 16;
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    TimelinePicture {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param query the filter of its stretch
     */
    record Bar(int x, int y, int height, long count, Instant from, String query) {}

    static TimelinePicture of(
            long[] counts, TimelineView.Extent extent, TimelineFilter filter, ZoneId zone) {
        Instant first = java.util.Objects.requireNonNull(extent.first());
        Instant last = java.util.Objects.requireNonNull(extent.last()).plusSeconds(1);
        long most = 1;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        Duration step = Duration.between(first, last).dividedBy(counts.length);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Instant from = first.plus(step.multipliedBy(i));
                Instant to = from.plus(step);
                int height = Math.max(3, (int) (counts[i] * HEIGHT / most));
                String query =
                        filter.within(
                                TYPED.format(from.atZone(zone)), TYPED.format(to.atZone(zone)));
                bars.add(new Bar(i * STEP + 20, HEIGHT - height, height, counts[i], from, query));
            }
        }
        return new TimelinePicture(bars, most, first, last);
    }
}
