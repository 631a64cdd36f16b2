package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a source. */
record SourceForm(
        @Nullable String name,
        @Nullable String sector,
        @Nullable String watches,
        @Nullable Integer criticality,
        @Nullable String format,
        @Nullable String product,
        @Nullable String category,
        @Nullable String service,
        @Nullable String purpose,
        @Nullable Integer retentionDays,
        @Nullable Integer silenceMinutes,
        @Nullable String handling) {

    static final int PURPOSE_CHARS_MIN = 10;
    static final int PURPOSE_CHARS_MAX = 2_000;
    private static final int NAME_CHARS_MAX = 200;
    private static final int WATCHES_CHARS_MAX = 300;
    private static final int WORD_CHARS_MAX = 100;
    private static final int RETENTION_DAYS_MAX = 1_096;
    private static final int SILENCE_MINUTES_MAX = 43_200;

    /** A source that can be kept. */
    record Checked(Map<String, Object> columns, Handling handling) {

        Checked {
            columns = Map.copyOf(columns);
        }
    }

    static SourceForm of(Source source) {
        return new SourceForm(
                source.name(),
                source.sector(),
                source.watches(),
                source.criticality(),
                source.format(),
                source.taken().product(),
                source.taken().category(),
                source.taken().service(),
                source.purpose(),
                source.retentionDays(),
                source.silenceMinutes(),
                source.handling().label());
    }

    static SourceForm usual(MonitoringPack.Usual usual) {
        return new SourceForm(
                "",
                "",
                "",
                2,
                "auto",
                "",
                "",
                "",
                "",
                usual.retentionDays(),
                usual.silenceMinutes(),
                "TLP:AMBER");
    }

    /** Everything that is wrong with it. */
    List<Violation> violations(List<String> sectors, List<String> formats) {
        List<Violation> wrong = new ArrayList<>();
        length(wrong, "name", name, 1, NAME_CHARS_MAX);
        length(wrong, "watches", watches, 1, WATCHES_CHARS_MAX);
        length(wrong, "purpose", purpose, PURPOSE_CHARS_MIN, PURPOSE_CHARS_MAX);
        length(wrong, "product", product, 0, WORD_CHARS_MAX);
        length(wrong, "category", category, 0, WORD_CHARS_MAX);
        length(wrong, "service", service, 0, WORD_CHARS_MAX);
        among(wrong, "sector", sector, sectors);
        among(wrong, "format", format, formats);
        number(wrong, "criticality", criticality, 4);
        number(wrong, "retentionDays", retentionDays, RETENTION_DAYS_MAX);
        number(wrong, "silenceMinutes", silenceMinutes, SILENCE_MINUTES_MAX);
        if (marking().isEmpty()) {
            wrong.add(Violation.at("handling", "source.wrong.handling", text(handling)));
        }
        return wrong;
    }

    /**
     * What may be kept.
     *
     * @throws ProblemFound with all that is wrong
     */
    Checked checked(List<String> sectors, List<String> formats) {
        List<Violation> wrong = violations(sectors, formats);
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", text(name));
        columns.put("sector", text(sector));
        columns.put("watches", text(watches));
        columns.put("criticality", number(criticality));
        columns.put("format", text(format));
        columns.put("product", text(product));
        columns.put("category", text(category));
        columns.put("service", text(service));
        columns.put("purpose", text(purpose));
        columns.put("retention", number(retentionDays));
        columns.put("silence", number(silenceMinutes));
        return new Checked(columns, marking().orElseThrow());
    }

    private Optional<Handling> marking() {
        return Arrays.stream(Handling.values())
                .filter(one -> one.label().equals(handling))
                .findFirst();
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static void length(
            List<Violation> wrong, String field, @Nullable String value, int min, int max) {
        int length = text(value).length();
        if (length < min || length > max) {
            wrong.add(Violation.at(field, "source.wrong.length", min, max, length));
        }
    }

    private static void among(
            List<Violation> wrong, String field, @Nullable String value, List<String> known) {
        if (!known.contains(text(value))) {
            wrong.add(Violation.at(field, "source.wrong." + field, text(value)));
        }
    }

    private static void number(
            List<Violation> wrong, String field, @Nullable Integer value, int max) {
        if (number(value) < 1 || number(value) > max) {
            wrong.add(Violation.at(field, "source.wrong.number", 1, max));
        }
    }
}
