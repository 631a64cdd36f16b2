package az.qalxan.monitoring.criterion;

import az.qalxan.web.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How thresholds and measured values are said. */
public final class CriterionWords {

    private CriterionWords() {}

    /** A value of a measure: a level by its name, everything else as a number. */
    public static String value(Measure measure, int value, Text text) {
        return switch (measure) {
            case RULE_LEVEL -> text.of("incident.level." + value);
            case CRITICALITY -> text.of("incident.criticality." + value);
            case FINDINGS, RULES, TECHNIQUES, TACTICS, HOSTS, BODIES, HOURS -> text.number(value);
        };
    }

    /** One threshold: what is measured, and from which value on. */
    static String threshold(Measure measure, int least, Text text) {
        return text.of(
                "criterion.at-least",
                text.of("criterion.measure." + measure.code()),
                value(measure, least, text));
    }

    /** All that must be true together. */
    static List<String> thresholds(Criterion criterion, Text text) {
        List<String> words = new ArrayList<>();
        criterion.all().forEach((measure, least) -> words.add(threshold(measure, least, text)));
        return words;
    }

    /** The time in which all of it must be true; empty for ever. */
    public static String within(@Nullable Duration within, Text text) {
        if (within == null) {
            return "";
        }
        long minutes = within.toMinutes();
        return minutes % 60 == 0
                ? text.of("criterion.within-hours", text.number(minutes / 60))
                : text.of("criterion.within-minutes", text.number(minutes));
    }

    /** A span of time in hours and minutes. */
    public static String span(Duration span, Text text) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) {
            return text.of("incident.span-minutes", text.number(minutes));
        }
        return minutes < 48 * 60
                ? text.of("incident.span-hours", text.number(minutes / 60), minutes % 60)
                : text.of("incident.span-days", text.number(minutes / 1440), minutes / 60 % 24);
    }

    /** What differs between two sets, a line for each criterion. */
    record Difference(String code, @Nullable Criterion before, @Nullable Criterion after) {

        /** Message key {@code criterion.change.<kind>}. */
        String kind() {
            return before == null ? "new" : after == null ? "gone" : "changed";
        }

        Criterion shown() {
            @Nullable Criterion known = after == null ? before : after;
            return java.util.Objects.requireNonNull(known);
        }
    }

    static List<Difference> differences(Criteria before, Criteria after) {
        Map<String, Difference> found = new java.util.LinkedHashMap<>();
        for (Criterion one : after.criteria()) {
            @Nullable Criterion old = before.find(one.code()).orElse(null);
            if (!one.equals(old)) {
                found.put(one.code(), new Difference(one.code(), old, one));
            }
        }
        for (Criterion one : before.criteria()) {
            if (after.find(one.code()).isEmpty()) {
                found.put(one.code(), new Difference(one.code(), one, null));
            }
        }
        return List.copyOf(found.values());
    }
}
