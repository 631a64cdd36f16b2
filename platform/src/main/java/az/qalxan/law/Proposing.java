package az.qalxan.law;

import az.qalxan.engines.law.Period;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns what somebody filled in into a change of the recorded law. */
@Component
class Proposing {

    static final int REASON_CHARS_MIN = 10;
    static final int REASON_CHARS_MAX = 2_000;

    private static final List<String> BY = List.of("by.name", "by.at", "reviewDue");

    private final LawReading reading;

    Proposing(LawReading reading) {
        this.reading = reading;
    }

    /** What somebody wants to do to which line; an empty key for a new one. */
    record Wanted(FactKind kind, String key, Proposal.Act act) {}

    /** The form for that, filled with what stands. */
    ProposeForm form(Wanted wanted, String on) {
        LawView view = reading.of(on, "");
        @Nullable Held<?> held = held(view, wanted);
        List<FactField> fields = fields(wanted);
        Map<String, String> given = new HashMap<>();
        if (held != null) {
            JsonNode fact = FactJson.write(held.fact());
            fields.forEach(field -> given.put(field.name(), FactForm.text(field, fact)));
            given.put("from", day(held.valid().from()));
            given.put("until", day(held.valid().until()));
        }
        if (wanted.act() == Proposal.Act.END) {
            given.put("until", view.as().today().toString());
        }
        return new ProposeForm(
                view, wanted.kind(), wanted.key(), wanted.act(), held, fields, given, List.of());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** What it would change; nothing for a new fact. */
    private static @Nullable Held<?> held(LawView view, Wanted wanted) {
        if (wanted.act() == Proposal.Act.NEW) {
            return null;
        }
        List<Held<?>> all = view.known().of(new LineKey(wanted.kind(), wanted.key()));
        return all.stream()
                .filter(one -> !wanted.kind().splits() || one.on(view.on()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private static List<FactField> fields(Wanted wanted) {
        return switch (wanted.act()) {
            case NEW -> FactField.all(wanted.kind());
            case CHANGE ->
                    FactField.all(wanted.kind()).stream().filter(one -> !one.names()).toList();
            case STANDING -> {
                List<FactField> fields = new ArrayList<>(FactField.citation(wanted.kind()));
                FactField.of(wanted.kind()).stream()
                        .filter(one -> BY.contains(one.path()))
                        .forEach(fields::add);
                yield fields;
            }
            case END, RETRACT -> List.of();
        };
    }

    /** A change, or the form with all that is wrong. */
    sealed interface Read {

        record Fine(Proposal.Change change, String reason) implements Read {}

        record Wrong(ProposeForm form) implements Read {}
    }

    /** Reads the form of that with what was filled in. */
    Read read(Wanted wanted, Map<String, String> given, String on) {
        ProposeForm empty = form(wanted, on);
        List<Violation> wrong = new ArrayList<>();
        Optional<Proposal.Change> change = change(empty, given, wrong);
        String reason = given.getOrDefault("reason", "").strip();
        if (reason.length() < REASON_CHARS_MIN || reason.length() > REASON_CHARS_MAX) {
            wrong.add(
                    Violation.at(
                            "reason",
                            "legal.reason-wrong",
                            reason.length(),
                            REASON_CHARS_MIN,
                            REASON_CHARS_MAX));
        }
        if (wrong.isEmpty() && change.isPresent()) {
            return new Read.Fine(change.get(), reason);
        }
        return new Read.Wrong(
                new ProposeForm(
                        empty.view(),
                        empty.kind(),
                        empty.key(),
                        empty.act(),
                        empty.held(),
                        empty.fields(),
                        given,
                        wrong));
    }

    private Optional<Proposal.Change> change(
            ProposeForm form, Map<String, String> given, List<Violation> wrong) {
        @Nullable Held<?> held = form.held();
        Optional<Period> days = days(form, given, wrong);
        @Nullable JsonNode fact = null;
        if (form.act() != Proposal.Act.END && form.act() != Proposal.Act.RETRACT) {
            FactForm.Filled filled =
                    FactForm.fill(
                            form.kind(),
                            held == null ? null : FactJson.write(held.fact()),
                            form.fields(),
                            given);
            wrong.addAll(filled.violations());
            fact = filled.fact();
        }
        if (!wrong.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        LineKey line =
                held == null && fact != null
                        ? FactKind.keyOf(FactJson.read(form.kind(), fact, days.get()))
                        : new LineKey(form.kind(), form.key());
        if (held == null && taken(form.view(), line, days.get())) {
            wrong.add(Violation.at("fact", "legal.exists", line.key()));
            return Optional.empty();
        }
        return Optional.of(
                new Proposal.Change(
                        line,
                        form.act(),
                        days.get(),
                        fact,
                        held == null ? null : held.recording()));
    }

    private static boolean taken(LawView view, LineKey line, Period days) {
        return view.known().of(line).stream()
                .anyMatch(one -> !line.kind().splits() || Splice.overlap(one.valid(), days));
    }

    private static Optional<Period> days(
            ProposeForm form, Map<String, String> given, List<Violation> wrong) {
        if (!form.kind().splits()) {
            return Optional.of(Period.ALWAYS);
        }
        Optional<LocalDate> from = read("from", given, wrong);
        Optional<LocalDate> until = read("until", given, wrong);
        @Nullable Held<?> held = form.held();
        @Nullable LocalDate start = from.orElse(null);
        @Nullable LocalDate end = until.orElse(null);
        if (held != null) {
            switch (form.act()) {
                case END -> {
                    start = end;
                    end = held.valid().until();
                    if (start == null) {
                        wrong.add(Violation.at("until", "legal.missing"));
                    }
                }
                case RETRACT, STANDING -> {
                    start = held.valid().from();
                    end = held.valid().until();
                }
                case NEW, CHANGE -> {}
            }
        }
        if (start != null && end != null && !start.isBefore(end)) {
            wrong.add(Violation.at("until", "legal.days-wrong", start, end));
        }
        return wrong.isEmpty() ? Optional.of(new Period(start, end)) : Optional.empty();
    }

    private static Optional<LocalDate> read(
            String name, Map<String, String> given, List<Violation> wrong) {
        String text = given.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            wrong.add(Violation.at(name, "legal.no-day", text));
            return Optional.empty();
        }
    }
}
