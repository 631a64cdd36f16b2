package az.qalxan.exchange.warning;

import az.qalxan.access.Handling;
import az.qalxan.web.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A warning as it was typed. */
record WarningForm(
        @Nullable String drill,
        @Nullable String handling,
        @Nullable String event,
        @Nullable String severity,
        @Nullable String urgency,
        @Nullable String certainty,
        @Nullable String headlineAz,
        @Nullable String headlineEn,
        @Nullable String textAz,
        @Nullable String textEn,
        @Nullable String adviceAz,
        @Nullable String adviceEn,
        @Nullable String everyone,
        @Nullable List<String> sectors,
        @Nullable List<String> bodies,
        @Nullable List<String> regions,
        @Nullable String hours) {

    static final List<String> URGENCIES = List.of("immediate", "expected", "future", "past");
    static final List<String> CERTAINTIES = List.of("observed", "likely", "possible", "unlikely");
    private static final Span HEADLINE = new Span(5, 160);
    private static final Span TEXT = new Span(5, 4_000);
    private static final Span ADVICE = new Span(0, 4_000);
    private static final int HOURS_MAX = 720;

    /** How many signs a text may have. */
    private record Span(int least, int most) {}

    /** A form whose values are right. */
    record Checked(boolean drill, Warning.Said said, Warning.Audience audience) {}

    static WarningForm empty(boolean drill) {
        return new WarningForm(
                drill ? "true" : "",
                "TLP:GREEN",
                "",
                "severe",
                "immediate",
                "likely",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "24");
    }

    static WarningForm of(Warning one) {
        Warning.Said said = one.said();
        Warning.Audience audience = one.audience();
        return new WarningForm(
                one.drill() ? "true" : "",
                said.handling().label(),
                said.event(),
                said.severity(),
                said.urgency(),
                said.certainty(),
                said.az().headline(),
                said.en().headline(),
                said.az().text(),
                said.en().text(),
                said.az().advice(),
                said.en().advice(),
                audience.everyone() ? "true" : "",
                audience.sectors(),
                audience.bodies(),
                audience.regions(),
                String.valueOf(said.hours()));
    }

    boolean isDrill() {
        return "true".equals(drill);
    }

    boolean forEveryone() {
        return "true".equals(everyone);
    }

    boolean names(@Nullable List<String> chosen, String code) {
        return chosen != null && chosen.contains(code);
    }

    /** What is right of it; what is wrong goes to the list. */
    Optional<Checked> checked(WarningPack pack, List<String> places, List<Violation> wrong) {
        Handling marking = marking(wrong);
        one("event", event, List.copyOf(pack.events().keySet()), wrong);
        one("severity", severity, pack.severities(), wrong);
        one("urgency", urgency, URGENCIES, wrong);
        one("certainty", certainty, CERTAINTIES, wrong);
        length("headlineAz", headlineAz, HEADLINE, wrong);
        length("headlineEn", headlineEn, HEADLINE, wrong);
        length("textAz", textAz, TEXT, wrong);
        length("textEn", textEn, TEXT, wrong);
        length("adviceAz", adviceAz, ADVICE, wrong);
        length("adviceEn", adviceEn, ADVICE, wrong);
        int holds = hours(wrong);
        Warning.Audience audience = audience(pack, places, wrong);
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Checked(
                        isDrill(),
                        new Warning.Said(
                                marking,
                                bare(event),
                                bare(severity),
                                bare(urgency),
                                bare(certainty),
                                new Warning.Wording(bare(headlineAz), bare(textAz), bare(adviceAz)),
                                new Warning.Wording(bare(headlineEn), bare(textEn), bare(adviceEn)),
                                holds),
                        audience));
    }

    private Handling marking(List<Violation> wrong) {
        Optional<Handling> known =
                Arrays.stream(Handling.values())
                        .filter(one -> one.label().equals(bare(handling)))
                        .filter(one -> one != Handling.RED)
                        .findFirst();
        if (known.isEmpty()) {
            wrong.add(Violation.at("handling", "warning.wrong.handling", bare(handling)));
        }
        return known.orElse(Handling.AMBER_STRICT);
    }

    private Warning.Audience audience(
            WarningPack pack, List<String> places, List<Violation> wrong) {
        List<String> parts = some(sectors).stream().filter(pack.sectors()::containsKey).toList();
        Warning.Audience audience =
                new Warning.Audience(
                        forEveryone(),
                        forEveryone() ? List.of() : parts,
                        forEveryone() ? List.of() : some(bodies),
                        some(regions).stream().filter(places::contains).toList());
        if (!audience.everyone() && parts.isEmpty() && audience.bodies().isEmpty()) {
            wrong.add(Violation.at("audience", "warning.wrong.audience"));
        }
        return audience;
    }

    private int hours(List<Violation> wrong) {
        String typed = bare(hours);
        int holds = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        if (holds < 1 || holds > HOURS_MAX) {
            wrong.add(Violation.at("hours", "warning.wrong.hours", HOURS_MAX, typed));
        }
        return holds;
    }

    private static void one(
            String field, @Nullable String typed, List<String> known, List<Violation> wrong) {
        if (!known.contains(bare(typed))) {
            wrong.add(Violation.at(field, "warning.wrong.choice"));
        }
    }

    private static void length(
            String field, @Nullable String typed, Span span, List<Violation> wrong) {
        int length = bare(typed).length();
        if (length < span.least() || length > span.most()) {
            wrong.add(
                    Violation.at(field, "warning.wrong.length", span.least(), span.most(), length));
        }
    }

    private static List<String> some(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : chosen.stream().distinct().toList();
    }

    static String bare(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replace("\r\n", "\n");
    }
}
