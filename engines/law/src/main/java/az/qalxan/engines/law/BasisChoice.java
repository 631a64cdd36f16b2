package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses among the rules for a kind of request, and says why for each. */
final class BasisChoice {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt((Candidate one) -> one.rule().rank())
                    .thenComparing(one -> one.basis().standing())
                    .thenComparing(one -> one.rule().id());

    private record Candidate(BasisRule rule, Basis basis) {}

    private final LawBook book;
    private final RuleParts parts;
    private final Competence competence;

    BasisChoice(LawBook book, RuleParts parts) {
        this.book = book;
        this.parts = parts;
        this.competence = new Competence(book);
    }

    BasisAnswer answer(BasisQuestion question) {
        List<Candidate> usable = new ArrayList<>();
        List<Unusable> unusable = new ArrayList<>();
        for (BasisRule rule : book.rules(question.kind())) {
            if (!concerns(rule, question)) {
                continue;
            }
            Usability usability = new Usability(book, rule, question);
            if (usability.usable()) {
                usable.add(new Candidate(rule, basis(rule, question, usability)));
            } else {
                unusable.add(
                        new Unusable(rule.clause(), title(rule, question), usability.against()));
            }
        }
        usable.sort(BEST_FIRST);
        unusable.sort(Comparator.comparing(Unusable::clause));
        List<Basis> ranked = ranked(usable);
        return new BasisAnswer(question, ranked, unusable, general(question, ranked, unusable));
    }

    private static boolean concerns(BasisRule rule, BasisQuestion question) {
        StateCode state = rule.state();
        return state == null
                ? !question.domestic()
                : question.domestic() && state.equals(question.from());
    }

    private Basis basis(BasisRule rule, BasisQuestion question, Usability usability) {
        LocalDate on = question.on();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("carries", rule.why(), rule.clause(), rule.citation().standing()));
        reasons.addAll(usability.supporting());
        List<Statement> statements = statements(rule, question);
        statements.forEach(one -> reasons.add(BasisWords.statement(one)));
        return new Basis(
                rule.clause(),
                instrumentName(rule),
                title(rule, question),
                usability.standing(),
                reasons,
                competence.of(rule, rule.sender(), question.from(), question),
                competence.of(rule, rule.receiver(), question.to(), question),
                parts.clocks(rule, on),
                parts.contents(rule, on),
                parts.grounds(rule, on),
                new CriminalityView(book, rule, question).view(),
                statements,
                parts.limits(rule, on));
    }

    private List<Statement> statements(BasisRule rule, BasisQuestion question) {
        Clause article = rule.clause().wholeArticle();
        return sides(question).stream()
                .flatMap(state -> book.statements(state, question.on()).stream())
                .filter(one ->
                        article.covers(one.clause())
                                || one.clause().covers(rule.clause())
                                || rule.parts().related().stream()
                                        .anyMatch(other -> other.covers(one.clause())))
                .toList();
    }

    static Set<StateCode> sides(BasisQuestion question) {
        Set<StateCode> sides = new LinkedHashSet<>();
        sides.add(question.from());
        sides.add(question.to());
        return sides;
    }

    private Wording title(BasisRule rule, BasisQuestion question) {
        return book.provision(rule.clause(), question.on())
                .map(Provision::title)
                .orElseGet(() -> instrumentName(rule));
    }

    private Wording instrumentName(BasisRule rule) {
        String id = rule.clause().instrument();
        return book.instrument(id).map(Instrument::name).orElseGet(() -> Wording.of(id, id));
    }

    private static List<Basis> ranked(List<Candidate> usable) {
        List<Basis> ranked = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            Candidate one = usable.get(i);
            List<Reason> reasons = new ArrayList<>(one.basis().reasons());
            reasons.add(BasisWords.rank(one.rule(), i + 1, usable.size()));
            ranked.add(one.basis().with(reasons));
        }
        return ranked;
    }

    private List<Reason> general(
            BasisQuestion question, List<Basis> usable, List<Unusable> unusable) {
        List<Reason> reasons = new ArrayList<>();
        for (StateCode state : sides(question)) {
            if (!book.knows(state)) {
                reasons.add(BasisWords.unknownState(state));
            }
        }
        if (usable.isEmpty()) {
            reasons.add(BasisWords.noBasis(question, unusable.isEmpty()));
        }
        List<String> instruments = new ArrayList<>();
        usable.forEach(one -> instruments.add(one.clause().instrument()));
        unusable.forEach(one -> instruments.add(one.clause().instrument()));
        boolean reciprocity = false;
        for (Remark one : parts.remarks(question, instruments)) {
            boolean instead = one.kind() != RemarkKind.OPEN_POINT;
            if (!instead || usable.isEmpty()) {
                reasons.add(BasisWords.remark(one));
                reciprocity |= one.kind() == RemarkKind.RECIPROCITY;
            }
        }
        if (usable.isEmpty() && !reciprocity && !question.domestic()) {
            reasons.add(BasisWords.noReciprocity());
        }
        return reasons;
    }
}
