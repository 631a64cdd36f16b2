package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether a rule's article can carry the request that day, and everything for and against it. */
final class Usability {

    private final LawBook book;
    private final BasisRule rule;
    private final BasisQuestion question;
    private final List<Reason> against = new ArrayList<>();
    private final List<Reason> supporting = new ArrayList<>();
    private Standing standing;

    Usability(LawBook book, BasisRule rule, BasisQuestion question) {
        this.book = book;
        this.rule = rule;
        this.question = question;
        this.standing = rule.citation().standing();
        book.instrument(rule.clause().instrument())
                .ifPresentOrElse(this::judge, () -> against.add(BasisWords.noInstrument(rule)));
    }

    boolean usable() {
        return against.isEmpty();
    }

    List<Reason> against() {
        return against;
    }

    List<Reason> supporting() {
        return supporting;
    }

    /** The weakest of the facts that were needed. */
    Standing standing() {
        return standing;
    }

    private void judge(Instrument instrument) {
        LocalDate on = question.on();
        if (instrument.use() == InstrumentUse.DISABLED) {
            against.add(TreatyWords.switchedOff(instrument));
        }
        generally(instrument, on);
        if (!rule.period().contains(on)) {
            against.add(BasisWords.ruleOutOfTime(rule));
        }
        if (book.outOfTime(rule.clause(), on)) {
            against.add(BasisWords.articleOutOfTime(rule, on));
        }
        if (instrument.kind() == InstrumentKind.TREATY && rule.state() == null) {
            BasisChoice.sides(question).forEach(state -> bound(instrument, state, on));
            BasisChoice.sides(question).forEach(state -> reserved(state, on));
        }
    }

    private void generally(Instrument instrument, LocalDate on) {
        LocalDate inForce = instrument.inForce();
        LocalDate until = instrument.until();
        standing = standing.and(instrument.citation().standing());
        if (inForce == null || on.isBefore(inForce)) {
            against.add(TreatyWords.notInForce(instrument, inForce));
        } else if (until != null && !on.isBefore(until)) {
            against.add(TreatyWords.ended(instrument, until));
        }
    }

    private void bound(Instrument instrument, StateCode state, LocalDate on) {
        Participation party = book.participation(instrument.id(), state, on);
        if (party.stage() == Stage.IN_FORCE) {
            supporting.add(TreatyWords.inForce(party));
            standing = standing.and(party.standing());
        } else {
            against.add(TreatyWords.notBound(party));
            against.addAll(party.reasons());
        }
    }

    private void reserved(StateCode state, LocalDate on) {
        for (Statement one : book.statements(state, on)) {
            if (one.effect() == StatementEffect.EXCLUDES
                    && one.kind() != StatementKind.WITHDRAWAL
                    && one.clause().covers(rule.clause())) {
                against.add(BasisWords.reserved(one));
            }
        }
    }
}
