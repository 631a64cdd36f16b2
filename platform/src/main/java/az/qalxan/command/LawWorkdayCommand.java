package az.qalxan.command;

import az.qalxan.engines.law.DueDay;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Week;
import az.qalxan.engines.law.WorkingCalendar;
import az.qalxan.engines.law.YearDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalxan law workday}: the day that is so many working days later. */
@Command(
        name = "workday",
        mixinStandardHelpOptions = true,
        description =
                "Counts working days: the day itself is not counted. A count that touches a year"
                        + " whose holidays are not decided is provisional and says so.")
final class LawWorkdayCommand extends LawAsking {

    @Option(
            names = "--add",
            required = true,
            paramLabel = "N",
            description = "How many, 0 to 3660.")
    int add;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "D",
            description = "The day, 2026-03-05.")
    String from = "";

    @Option(
            names = "--state",
            defaultValue = "AZ",
            paramLabel = "S",
            description = "Whose calendar (${DEFAULT-VALUE}).")
    String state = "AZ";

    @Option(
            names = "--week",
            defaultValue = "five-day",
            description = "Which working week of that state (${DEFAULT-VALUE}).")
    String week = "five-day";

    @Override
    Map<String, Object> answer(LawBook book, LawLines lines) {
        LocalDate begin = date("--from", from);
        WorkingCalendar calendar = calendar(book);
        DueDay due;
        try {
            due = calendar.plus(begin, add);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() == null ? "the days are out of bounds" : e.getMessage());
        }
        lines.add(
                "%s%s",
                due.date(), due.provisional() ? lines.choose(", ilkin", ", provisional") : "");
        lines.reasons("  ", due.reasons());
        return json(begin, due, calendar);
    }

    private WorkingCalendar calendar(LawBook book) {
        StateCode whose = state("--state", state, book);
        WorkingCalendar usual =
                book.calendar(whose)
                        .orElseThrow(
                                () -> wrong("--state: no calendar of " + whose + " is entered"));
        List<Week> weeks = usual.rules().weeks();
        Week chosen =
                weeks.stream()
                        .filter(one -> one.id().equals(week))
                        .findFirst()
                        .orElseThrow(() ->
                                wrong(
                                        "--week: "
                                                + week
                                                + " is not allowed; allowed: "
                                                + weeks.stream()
                                                        .map(Week::id)
                                                        .collect(Collectors.joining(", "))));
        return WorkingCalendar.of(usual.rules(), book.facts().of(YearDecision.class), chosen);
    }

    private Map<String, Object> json(LocalDate begin, DueDay due, WorkingCalendar calendar) {
        Map<String, Object> object = LawJson.object();
        object.put("from", begin.toString());
        object.put("add", add);
        object.put("state", calendar.rules().state().code());
        object.put("week", calendar.week().id());
        object.put("date", due.date().toString());
        object.put("provisional", due.provisional());
        object.put("standing", LawJson.code(calendar.rules().citation().standing()));
        object.put("reasons", LawJson.reasons(due.reasons()));
        return object;
    }
}
