package az.qalxan.engines.law;

import java.util.ArrayList;
import java.util.List;

/** What an article and both states say about the act being an offence on both sides. */
record CriminalityView(LawBook book, BasisRule rule, BasisQuestion question) {

    DualCriminality view() {
        Criminality criminality = rule.criminality();
        Standing standing = rule.citation().standing();
        List<Statement> bearing = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                new Reason("dual-criminality", criminality.text(), criminality.clause(), standing));
        for (StateCode state : BasisChoice.sides(question)) {
            for (Statement one : book.statements(state, question.on())) {
                if (bears(one)) {
                    bearing.add(one);
                    reasons.add(BasisWords.statement(one));
                }
            }
        }
        return new DualCriminality(criminality, standing, bearing, reasons);
    }

    /** A reservation on the article itself bears on it too, where one could make the difference. */
    private boolean bears(Statement one) {
        boolean same = one.clause().instrument().equals(rule.clause().instrument());
        boolean reserved =
                rule.criminality().need() == CriminalityNeed.NOT_UNLESS_RESERVED
                        && one.kind() == StatementKind.RESERVATION
                        && rule.clause().wholeArticle().covers(one.clause());
        return same && (one.effect() == StatementEffect.DUAL_CRIMINALITY || reserved);
    }
}
