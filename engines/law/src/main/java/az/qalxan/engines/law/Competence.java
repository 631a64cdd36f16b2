package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the competent body of a side by the powers that hold that day under that instrument. */
record Competence(LawBook book) {

    /**
     * The better proven first, then the later, then by name so that the order is always the same.
     */
    private static final Comparator<Power> BEST_FIRST =
            Comparator.comparing((Power one) -> one.citation().standing())
                    .thenComparing(Comparator.comparingLong(Competence::since).reversed())
                    .thenComparing(Power::id);

    private static long since(Power one) {
        LocalDate from = one.period().from();
        return from == null ? 0 : from.toEpochDay();
    }

    Authority of(BasisRule rule, Function function, StateCode state, BasisQuestion question) {
        String instrument = rule.clause().instrument();
        List<Power> held =
                book.powers(state, question.on()).stream()
                        .filter(one -> one.function() == function)
                        .filter(one -> one.clause().instrument().equals(instrument))
                        .sorted(BEST_FIRST)
                        .toList();
        if (held.isEmpty()) {
            return open(function, state, instrument);
        }
        Power best = held.getFirst();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(BasisWords.competent(best));
        if (best.warning() != null) {
            reasons.add(BasisWords.warning(best, best.warning()));
        }
        held.stream().skip(1).forEach(one -> reasons.add(BasisWords.alsoCompetent(one)));
        return new Authority(
                state,
                function,
                best.body(),
                best.name(),
                best.clause(),
                best.citation().standing(),
                reasons);
    }

    private static Authority open(Function function, StateCode state, String instrument) {
        Reason reason = BasisWords.nobodyCompetent(function, state, instrument);
        return new Authority(
                state, function, "", reason.text(), null, Standing.UNVERIFIED, List.of(reason));
    }
}
