package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;

/** Collects the evidence between two reports. */
final class PairReasons {

    private final ReportPair pair;
    private final ReportTraits first;
    private final ReportTraits second;
    private final LongPredicate hub;
    private final List<Reason> reasons = new ArrayList<>();

    PairReasons(ReportTraits one, ReportTraits other, LongPredicate hub) {
        this.pair = new ReportPair(one.id(), other.id());
        boolean ordered = pair.first().equals(one.id());
        this.first = ordered ? one : other;
        this.second = ordered ? other : one;
        this.hub = hub;
    }

    LinkExplanation explanation() {
        for (Trait trait : first.traits()) {
            for (Trait same : second.traits()) {
                if (same.key() == trait.key()) {
                    share(trait, same);
                }
            }
        }
        reasons.sort(Comparator.comparingInt((Reason reason) -> -reason.points()));
        int score = reasons.stream().mapToInt(Reason::points).sum();
        return new LinkExplanation(pair, Math.max(0, score), reasons);
    }

    private void share(Trait one, Trait other) {
        boolean common = hub.test(one.key());
        reasons.add(
                new Reason(
                        common ? Reason.Code.HUB : Reason.Code.SAME_IDENTIFIER,
                        common ? 0 : LinkExplanation.LINK_POINTS,
                        List.of(one.kind().code().toUpperCase(Locale.ROOT), one.shown()),
                        spans(one),
                        spans(other)));
    }

    private static List<Reason.Span> spans(Trait trait) {
        return trait.inStory() ? List.of(new Reason.Span(trait.start(), trait.end())) : List.of();
    }
}
