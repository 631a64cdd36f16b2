package az.qalxan.series;

import az.qalxan.engines.linking.series.PairDecision;
import az.qalxan.engines.linking.series.ReportPair;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What explains links for one caller.
 *
 * @param hub which keys weigh nothing
 * @param decisions in force between visible reports
 */
record LinkContext(LongPredicate hub, Map<ReportPair, PairDecision.Verdict> decisions) {

    LinkContext {
        decisions = Map.copyOf(decisions);
    }
}
