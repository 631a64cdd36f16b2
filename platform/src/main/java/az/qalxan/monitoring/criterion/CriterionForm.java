package az.qalxan.monitoring.criterion;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a criterion as it was typed; says everything that is wrong at once. */
final class CriterionForm {

    static final int NOTE_MIN = 10;
    private static final int HOURS_MAX = 8_760;

    private final Map<String, String> given;
    private final List<Violation> wrong = new ArrayList<>();

    CriterionForm(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** What stands in the fields of a criterion. */
    static Map<String, String> fields(Criterion one) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", one.code());
        fields.put("name-az", one.name().az());
        fields.put("name-en", one.name().en());
        fields.put("why-az", one.why().az());
        fields.put("why-en", one.why().en());
        fields.put("severity", one.severity().code());
        @Nullable Duration within = one.within();
        fields.put("within", within == null ? "" : String.valueOf(within.toHours()));
        one.all().forEach((measure, least) -> fields.put(measure.code(), least.toString()));
        return fields;
    }

    /**
     * What was typed.
     *
     * @param criterion null when something is wrong
     */
    record Read(@Nullable Criterion criterion, String note, List<Violation> wrong) {

        Read {
            wrong = List.copyOf(wrong);
        }
    }

    Read read() {
        String code = text("code", 2, 40).toLowerCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches(Criterion.FORM)) {
            wrong.add(Violation.at("code", "criterion.wrong.code", code));
        }
        Words name = new Words(text("name-az", 3, 120), text("name-en", 3, 120));
        Words why = new Words(text("why-az", 3, 600), text("why-en", 3, 600));
        Severity severity = severity();
        @Nullable Integer hours = whole("within", HOURS_MAX);
        Map<Measure, Integer> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            @Nullable Integer least = whole(measure.code(), measure.most());
            if (least != null) {
                all.put(measure, least);
            }
        }
        if (all.isEmpty() && wrong.isEmpty()) {
            wrong.add(Violation.at("rule-level", "criterion.wrong.measures"));
        }
        String note = text("note", NOTE_MIN, 2_000);
        if (!wrong.isEmpty()) {
            return new Read(null, note, wrong);
        }
        @Nullable Duration within = hours == null ? null : Duration.ofHours(hours);
        return new Read(new Criterion(code, name, why, severity, within, all), note, wrong);
    }

    private Severity severity() {
        String typed = typed("severity");
        for (Severity one : Severity.values()) {
            if (one.code().equals(typed)) {
                return one;
            }
        }
        wrong.add(Violation.at("severity", "criterion.wrong.severity", typed));
        return Severity.LOW;
    }

    private String typed(String field) {
        return given.getOrDefault(field, "").strip();
    }

    private String text(String field, int least, int most) {
        String typed = typed(field);
        if (typed.length() < least || typed.length() > most) {
            wrong.add(Violation.at(field, "criterion.wrong.length", typed.length(), least, most));
        }
        return typed;
    }

    private @Nullable Integer whole(String field, int most) {
        String typed = typed(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,6}")
                || Integer.parseInt(typed) < 1
                || Integer.parseInt(typed) > most) {
            wrong.add(Violation.at(field, "criterion.wrong.number", typed, most));
            return null;
        }
        return Integer.valueOf(typed);
    }
}
