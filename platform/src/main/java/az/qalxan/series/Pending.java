package az.qalxan.series;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the linking has to take notice of.
 *
 * @param kind {@code report} is new or corrected, {@code withdrawn}, {@code moved} to another body
 *     or marking, {@code pair} was decided about, {@code key} was ruled about
 */
record Pending(
        long id, String kind, @Nullable UUID report, @Nullable UUID other, @Nullable Long key) {}
