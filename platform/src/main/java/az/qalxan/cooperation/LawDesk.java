package az.qalxan.cooperation;

import az.qalxan.engines.law.Authority;
import az.qalxan.engines.law.Basis;
import az.qalxan.engines.law.BasisAnswer;
import az.qalxan.engines.law.BasisQuestion;
import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.ClockKind;
import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.ClockStart;
import az.qalxan.engines.law.ClockUnit;
import az.qalxan.engines.law.ClockWork;
import az.qalxan.engines.law.Period;
import az.qalxan.engines.law.Reason;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.engines.law.RunningClock;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Statement;
import az.qalxan.engines.law.Unusable;
import az.qalxan.engines.law.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the law about a request, and keeps its answer in a form that can be stored as it was. */
@Component
class LawDesk {

    private final LawSource law;
    private final CooperationPack pack;

    LawDesk(LawSource law, CooperationPack pack) {
        this.law = law;
        this.pack = pack;
    }

    /** Which request between our state and another one is asked about. */
    record Question(RequestKind kind, Direction direction, String state, LocalDate on) {}

    /** What the engine proposes; without a clause when nothing may carry the request. */
    LawSnapshot choose(Question question) {
        BasisAnswer answer = ask(question);
        return answer.best().map(best -> snapshot(answer, best)).orElseGet(() -> nothing(answer));
    }

    /** That article, if it may carry the request. */
    Optional<LawSnapshot> choose(Question question, String clause) {
        BasisAnswer answer = ask(question);
        return answer.usable().stream()
                .filter(one -> one.clause().toString().equals(clause))
                .findFirst()
                .map(one -> snapshot(answer, one));
    }

    /** The rule of that clock on that day; empty when there is none any more. */
    Optional<TermRule> rule(String id, Instant from, ZoneId zone) {
        return law.book().clock(id, LocalDate.ofInstant(from, zone)).map(LawDesk::rule);
    }

    /** Counts a clock with the calendar as it is known now. */
    Term.Count count(TermRule rule, Instant start, ZoneId zone) {
        RunningClock clock = ClockWork.run(rule(rule), start.atZone(zone), law.calendar());
        return new Term.Count(
                clock.end().toInstant(),
                clock.provisional(),
                clock.reasons().stream().map(LawDesk::said).toList());
    }

    private BasisAnswer ask(Question question) {
        StateCode ours = StateCode.of(pack.state());
        StateCode theirs = StateCode.of(question.state());
        boolean in = question.direction() == Direction.IN;
        return law.book()
                .basis(
                        new BasisQuestion(
                                question.kind(),
                                in ? theirs : ours,
                                in ? ours : theirs,
                                question.on()));
    }

    private static LawSnapshot snapshot(BasisAnswer answer, Basis basis) {
        String clause = basis.clause().toString();
        return new LawSnapshot(
                answer.question().on().toString(),
                clause,
                said(clause, joined(basis.instrument(), basis.title()), clause, basis.standing()),
                code(basis.standing()),
                Stream.concat(basis.reasons().stream(), answer.reasons().stream())
                        .map(LawDesk::said)
                        .toList(),
                side(basis.sender()),
                side(basis.receiver()),
                basis.clocks().stream().map(LawDesk::rule).toList(),
                basis.contents().stream()
                        .map(one -> said(one.id(), one.text(), one.clause(), one.citation()))
                        .toList(),
                basis.grounds().stream()
                        .map(one -> said(one.id(), one.text(), one.clause(), one.citation()))
                        .toList(),
                code(basis.dualCriminality().rule().need()),
                dual(basis),
                basis.statements().stream().map(LawDesk::declared).toList(),
                basis.limits().stream()
                        .map(one -> said(one.id(), one.text(), one.clause(), one.citation()))
                        .toList(),
                answer.usable().stream()
                        .filter(one -> !one.clause().equals(basis.clause()))
                        .map(LawDesk::other)
                        .toList(),
                answer.unusable().stream().flatMap(LawDesk::unusable).toList());
    }

    private static LawSnapshot nothing(BasisAnswer answer) {
        return new LawSnapshot(
                answer.question().on().toString(),
                "",
                new Said("", "", "", "", "unverified"),
                "unverified",
                answer.reasons().stream().map(LawDesk::said).toList(),
                LawSnapshot.Side.UNKNOWN,
                LawSnapshot.Side.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                answer.unusable().stream().flatMap(LawDesk::unusable).toList());
    }

    /** The engine's reasons tell the rule and every statement. */
    private static List<Said> dual(Basis basis) {
        return basis.dualCriminality().reasons().stream().map(LawDesk::said).toList();
    }

    private static Said other(Basis basis) {
        String clause = basis.clause().toString();
        return said(clause, joined(basis.instrument(), basis.title()), clause, basis.standing());
    }

    private static Stream<Said> unusable(Unusable one) {
        String clause = one.clause().toString();
        return one.reasons().stream()
                .map(reason ->
                        new Said(
                                clause,
                                one.title().az() + ": " + reason.text().az(),
                                one.title().en() + ": " + reason.text().en(),
                                clause,
                                code(reason.standing())));
    }

    private static LawSnapshot.Declared declared(Statement one) {
        return new LawSnapshot.Declared(
                one.state().code(),
                code(one.kind()),
                said(one.id(), one.text(), one.clause(), one.citation()));
    }

    private static LawSnapshot.Side side(Authority one) {
        return new LawSnapshot.Side(
                one.state().code(),
                one.body(),
                said("", one.name(), text(one.clause()), one.standing()));
    }

    private static Wording joined(Wording instrument, Wording title) {
        return Wording.of(
                instrument.az() + " — " + title.az(), instrument.en() + " — " + title.en());
    }

    private static Said said(Reason reason) {
        return said(reason.code(), reason.text(), text(reason.clause()), reason.standing());
    }

    private static Said said(String id, Wording text, Clause clause, Citation citation) {
        return said(id, text, clause.toString(), citation.standing());
    }

    private static Said said(String id, Wording text, String clause, Standing standing) {
        return new Said(id, text.az(), text.en(), clause, code(standing));
    }

    private static String text(@Nullable Clause clause) {
        return clause == null ? "" : clause.toString();
    }

    private static TermRule rule(ClockRule rule) {
        return new TermRule(
                rule.id(),
                code(rule.kind()),
                rule.clause().toString(),
                rule.amount(),
                code(rule.unit()),
                code(rule.start()),
                rule.name().az(),
                rule.name().en(),
                code(rule.citation().standing()));
    }

    private static ClockRule rule(TermRule rule) {
        return new ClockRule(
                rule.id(),
                ClockKind.valueOf(name(rule.kind())),
                Clause.of(rule.clause()),
                rule.amount(),
                ClockUnit.valueOf(name(rule.unit())),
                ClockStart.valueOf(name(rule.start())),
                Wording.of(rule.az(), rule.en()),
                new Period(null, null),
                new Citation(List.of("stored"), Standing.valueOf(name(rule.standing())), null, ""));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
