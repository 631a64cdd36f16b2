package az.qalxan.strategy.swot;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.CleanText;
import az.qalxan.strategy.Plan;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry as it is filled in; measures, targets and risks stand in one line, with semicolons. */
record SwotForm(
        @Nullable String field,
        @Nullable String words,
        @Nullable String wordsEn,
        @Nullable String evidence,
        @Nullable String link,
        @Nullable String evidenceOn,
        @Nullable String measures,
        @Nullable String targets,
        @Nullable String risks,
        @Nullable String reason) {

    static final int WORDS_MAX = 500;
    static final int LONG_MAX = 2_000;
    private static final int LEAST = 5;
    private static final int LIST_MAX = 20;
    private static final Pattern LINK =
            Pattern.compile(
                    "/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]{0,498}|https://[^\\s\"<>]{1,490}");

    /** What the entry is to say, and why it is proposed. */
    record Read(Entry.Said said, String reason) {}

    /** Reads the form; all that is wrong at once. */
    Read read(Optional<Plan> plan, LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        Field of = field(wrong);
        String az = text("words", words, WORDS_MAX, wrong);
        String en = CleanText.of(or(wordsEn));
        String ground = text("evidence", evidence, LONG_MAX, wrong);
        String why = text("reason", reason, LONG_MAX, wrong);
        LocalDate day = day(today, wrong);
        List<String> ofPlan = measures(plan, wrong);
        List<String> aims = targets(plan, wrong);
        String place = or(link).strip();
        if (!place.isEmpty() && !LINK.matcher(place).matches()) {
            wrong.add(Violation.at("link", "swot.wrong.link"));
        }
        if (en.length() > WORDS_MAX) {
            wrong.add(Violation.at("wordsEn", "swot.wrong.words", en.length(), 0, WORDS_MAX));
        }
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        return new Read(
                new Entry.Said(
                        of, new Words(az, en), ground, place, day, ofPlan, aims, split(risks)),
                why);
    }

    private Field field(List<Violation> wrong) {
        for (Field one : Field.values()) {
            if (one.code().equals(field)) {
                return one;
            }
        }
        wrong.add(Violation.at("field", "swot.wrong.field", or(field)));
        return Field.STRENGTH;
    }

    private static String text(
            String name, @Nullable String typed, int most, List<Violation> wrong) {
        String clean = CleanText.of(or(typed));
        if (clean.length() < LEAST || clean.length() > most) {
            wrong.add(Violation.at(name, "swot.wrong.words", clean.length(), LEAST, most));
        }
        return clean;
    }

    private LocalDate day(LocalDate today, List<Violation> wrong) {
        LocalDate day = SwotController.day(or(evidenceOn), LocalDate.MAX);
        if (day.isAfter(today)) {
            wrong.add(Violation.at("evidenceOn", "swot.wrong.day", or(evidenceOn)));
        }
        return day;
    }

    private List<String> measures(Optional<Plan> plan, List<Violation> wrong) {
        List<String> codes = split(measures);
        for (String code : codes) {
            boolean known =
                    plan.isEmpty()
                            || plan.get().measures().stream()
                                    .map(one -> one.code().toString())
                                    .anyMatch(code::equals);
            if (!known || !MeasureCode.isOne(code)) {
                wrong.add(Violation.at("measures", "swot.wrong.measure", code));
            }
        }
        return codes;
    }

    private List<String> targets(Optional<Plan> plan, List<Violation> wrong) {
        List<String> codes = split(targets);
        for (String code : codes) {
            if (plan.isPresent()
                    && plan.get().coverage().stream().noneMatch(one -> one.id().equals(code))) {
                wrong.add(Violation.at("targets", "swot.wrong.target", code));
            }
        }
        return codes;
    }

    private static List<String> split(@Nullable String typed) {
        return Arrays.stream(CleanText.of(or(typed)).split("[;\n]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .limit(LIST_MAX)
                .toList();
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
