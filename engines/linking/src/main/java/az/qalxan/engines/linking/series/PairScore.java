package az.qalxan.engines.linking.series;

import java.util.function.LongPredicate;

/** The points between two reports, without the reasons: as {@link PairReasons} adds them up. */
final class PairScore {

    private PairScore() {}

    static int of(ReportTraits one, ReportTraits other, LongPredicate hub) {
        int strong = 0;
        int weak = 0;
        for (Trait trait : one.traits()) {
            if (other.holds(trait.key()) && !hub.test(trait.key())) {
                strong += Weights.strong(trait.kind());
                weak += Weights.weak(trait.kind());
            }
        }
        if (strong + weak == 0) {
            return 0;
        }
        int all = strong + weak + circumstances(one, other);
        return strong > 0 ? Math.max(all, LinkExplanation.LINK_POINTS) : Math.max(all, 0);
    }

    /** The points of what both hold, without the circumstances. */
    static int shared(ReportTraits one, ReportTraits other, LongPredicate hub) {
        int points = 0;
        for (Trait trait : one.traits()) {
            if (other.holds(trait.key()) && !hub.test(trait.key())) {
                points += Weights.strong(trait.kind()) + Weights.weak(trait.kind());
            }
        }
        return points;
    }

    private static int circumstances(ReportTraits one, ReportTraits other) {
        ReportTraits.Circumstances a = one.circumstances();
        ReportTraits.Circumstances b = other.circumstances();
        int points = Weights.apart(Math.abs(a.happenedDay() - b.happenedDay()));
        points +=
                a.category().equals(b.category()) ? Weights.SAME_CATEGORY : Weights.OTHER_CATEGORY;
        points += !a.region().isEmpty() && a.region().equals(b.region()) ? Weights.SAME_REGION : 0;
        points += !a.loss().isEmpty() && a.loss().equals(b.loss()) ? Weights.SAME_SUM : 0;
        return points + Weights.likeness(WordLikeness.percent(one.words(), other.words()));
    }
}
