package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import az.qalxan.web.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at what somebody wants to watch: every line and every field at once; stores nothing. */
@Component
class WatchCheck {

    /** Lines of one form. */
    static final int LINES_MAX = 200;

    private static final int LINE_CHARS_MAX = 2_200;

    private final ReportReading reading;
    private final WatchStore store;
    private final RuleBook book;
    private final Entered entered;
    private final Jurisdiction jurisdiction;

    WatchCheck(
            ReportReading reading,
            WatchStore store,
            RuleBook book,
            Entered entered,
            Jurisdiction jurisdiction) {
        this.reading = reading;
        this.store = store;
        this.book = book;
        this.entered = entered;
        this.jurisdiction = jurisdiction;
    }

    /** What a line holds. */
    sealed interface Line {

        int number();

        /** As it may be shown: the digits of a card are masked. */
        String text();

        /** An identifier that can be watched. */
        record Fine(int number, String text, FoundIdentifier identifier) implements Line {}

        /** What is wrong with it. */
        record Wrong(int number, String text, Violation violation) implements Line {}
    }

    /**
     * What was found.
     *
     * @param terms null when a field is wrong
     * @param violations of the fields
     */
    record Result(List<Line> lines, WatchStore.@Nullable Terms terms, List<Violation> violations) {

        Result {
            lines = List.copyOf(lines);
            violations = List.copyOf(violations);
        }

        List<FoundIdentifier> fine() {
            return lines.stream()
                    .filter(Line.Fine.class::isInstance)
                    .map(line -> ((Line.Fine) line).identifier())
                    .toList();
        }

        List<Line.Wrong> wrong() {
            return lines.stream()
                    .filter(Line.Wrong.class::isInstance)
                    .map(Line.Wrong.class::cast)
                    .toList();
        }
    }

    /** Needs a transaction, to know what the caller watches already. */
    Result check(Caller caller, WatchForm form) {
        Entered.Check check = new Entered.Check();
        List<String> lines = form.lines();
        if (lines.isEmpty()) {
            check.wrong("identifiers", "watch.wrong.none");
        }
        if (lines.size() > LINES_MAX) {
            check.wrong("identifiers", "watch.wrong.many", lines.size(), LINES_MAX);
            return new Result(List.of(), null, check.violations());
        }
        WatchStore.@Nullable Terms terms = terms(check, caller, form);
        return new Result(lines(caller, lines), terms, check.violations());
    }

    private WatchStore.@Nullable Terms terms(Entered.Check check, Caller caller, WatchForm form) {
        @Nullable Ground ground = entered.ground(check, form.ground());
        String purpose = entered.words(check, "purpose", form.purpose());
        @Nullable Handling handling = handling(check, form.handling());
        @Nullable Instant until = ground == null ? null : until(check, ground, form.until());
        return ground == null || handling == null || until == null
                ? null
                : new WatchStore.Terms(caller.name(), ground.code(), purpose, handling, until);
    }

    /** The end of the last day; null when it is not within the ground's term. */
    @Nullable Instant until(Entered.Check check, Ground ground, String typed) {
        @Nullable LocalDate last = entered.day(check, "until", typed, ground.watchDaysMax());
        return last == null ? null : last.plusDays(1).atStartOfDay(jurisdiction.zone()).toInstant();
    }

    private static @Nullable Handling handling(Entered.Check check, String label) {
        @Nullable Handling found =
                Arrays.stream(Handling.values())
                        .filter(one -> one.label().equals(label))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            check.wrong("handling", "watch.wrong.handling", label);
        }
        return found;
    }

    private List<Line> lines(Caller caller, List<String> typed) {
        List<List<FoundIdentifier>> found = typed.stream().map(this::read).toList();
        List<String> keys =
                found.stream().flatMap(List::stream).map(FoundIdentifier::linkKey).toList();
        Set<String> watched = store.watched(caller.account().toString(), keys);
        Set<String> before = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String shown = shown(typed.get(i));
            @Nullable String wrong = wrong(found.get(i), watched, before);
            lines.add(
                    wrong == null
                            ? new Line.Fine(i + 1, shown, found.get(i).getFirst())
                            : new Line.Wrong(
                                    i + 1, shown, Violation.at("line " + (i + 1), wrong, shown)));
            found.get(i).forEach(one -> before.add(one.linkKey()));
        }
        return lines;
    }

    private List<FoundIdentifier> read(String line) {
        return line.length() > LINE_CHARS_MAX ? List.of() : reading.recognise(line);
    }

    private String shown(String line) {
        String masked = reading.masked(line);
        return masked.length() > 120 ? masked.substring(0, 120) + "…" : masked;
    }

    private @Nullable String wrong(
            List<FoundIdentifier> found, Set<String> watched, Set<String> before) {
        if (found.isEmpty() || found.getFirst().linkKey().isEmpty()) {
            return "watch.wrong.unknown";
        }
        if (found.size() > 1) {
            return "watch.wrong.several";
        }
        String key = found.getFirst().linkKey();
        if (book.common(key)) {
            return "watch.wrong.common";
        }
        if (watched.contains(key)) {
            return "watch.wrong.watched";
        }
        return before.contains(key) ? "watch.wrong.twice" : null;
    }
}
