package az.qalxan.command;

import az.qalxan.engines.law.Authority;
import az.qalxan.engines.law.Basis;
import az.qalxan.engines.law.BasisAnswer;
import az.qalxan.engines.law.BasisQuestion;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalxan law basis}: which article may carry a request, and everything that follows. */
@Command(
        name = "basis",
        mixinStandardHelpOptions = true,
        description =
                "Tells which legal bases may carry a kind of request between two states on a day,"
                        + " best first, with competent bodies, clocks, required contents, grounds"
                        + " to refuse, dual criminality and limits on use; and which may not, and"
                        + " why.")
final class LawBasisCommand extends LawAsking {

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "K",
            description =
                    "preservation, partial-disclosure, subscriber-information, stored-data,"
                            + " real-time-traffic, content, emergency-disclosure,"
                            + " emergency-assistance, spontaneous-information,"
                            + " joint-investigation, extradition, provisional-arrest,"
                            + " transfer-of-proceedings, general-assistance, operator-request.")
    String kind = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "S",
            description = "The asking state, two letters of ISO 3166-1.")
    String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "S",
            description = "The asked state; the same for a request to an operator at home.")
    String to = "";

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "The day, 2026-11-27; today if absent.")
    String date = "";

    @Override
    Map<String, Object> answer(LawBook book, LawLines lines) {
        RequestKind wanted = oneOf("--kind", kind, RequestKind.class);
        StateCode sender = state("--from", from, book);
        StateCode receiver = state("--to", to, book);
        LocalDate on = date.isEmpty() ? today(book, sender) : date("--date", date);
        BasisAnswer answer = book.basis(new BasisQuestion(wanted, sender, receiver, on));
        write(answer, lines);
        return LawJson.answer(answer);
    }

    private static void write(BasisAnswer answer, LawLines lines) {
        BasisQuestion question = answer.question();
        lines.add(
                "%s, %s -> %s, %s: %s",
                LawJson.code(question.kind()),
                question.from(),
                question.to(),
                question.on(),
                answer.best()
                        .map(one -> one.clause().toString())
                        .orElse(lines.choose("əsas yoxdur", "no basis")));
        lines.reasons("  ", answer.reasons());
        int place = 0;
        for (Basis one : answer.usable()) {
            lines.add("");
            lines.add(
                    "%d. %s  %s%s",
                    ++place, one.clause(), lines.of(one.title()), lines.mark(one.standing()));
            write(one, lines);
        }
        if (!answer.unusable().isEmpty()) {
            lines.add("");
            lines.add("%s:", lines.choose("Yararsız əsaslar", "Not usable"));
        }
        answer.unusable()
                .forEach(one -> {
                    lines.add("  %s  %s", one.clause(), lines.of(one.title()));
                    lines.reasons("    ", one.reasons());
                });
    }

    private static void write(Basis one, LawLines lines) {
        lines.reasons("   ", one.reasons());
        authority(lines.choose("göndərən", "sender"), one.sender(), lines);
        authority(lines.choose("qəbul edən", "receiver"), one.receiver(), lines);
        one.clocks()
                .forEach(clock ->
                        lines.add(
                                "   %s: %s, %d %s, %s [%s]%s",
                                lines.choose("müddət", "clock"),
                                clock.id(),
                                clock.amount(),
                                LawJson.code(clock.unit()),
                                lines.of(clock.name()),
                                clock.clause(),
                                lines.mark(clock.citation())));
        String content = lines.choose("məzmun", "content");
        String ground = lines.choose("imtina", "ground to refuse");
        String limit = lines.choose("istifadə həddi", "limit on use");
        rows(content, one.contents(), row -> row.clause(), row -> row.text(), lines);
        rows(ground, one.grounds(), row -> row.clause(), row -> row.text(), lines);
        lines.add("   %s:", lines.choose("ikili cinayət", "dual criminality"));
        lines.reasons("     ", one.dualCriminality().reasons());
        rows(limit, one.limits(), row -> row.clause(), row -> row.text(), lines);
    }

    private static void authority(String side, Authority one, LawLines lines) {
        lines.add(
                "   %s: %s%s%s",
                side,
                lines.of(one.name()),
                one.known() ? " (" + one.body() + ")" : "",
                lines.mark(one.standing()));
        lines.reasons("     ", one.reasons());
    }

    private static <T extends LawRow> void rows(
            String what,
            List<T> rows,
            Function<T, Clause> clause,
            Function<T, Wording> text,
            LawLines lines) {
        for (T row : rows) {
            lines.add(
                    "   %s: %s [%s]%s",
                    what, lines.of(text.apply(row)), clause.apply(row), lines.mark(row.citation()));
        }
    }
}
