package az.qalxan.command;

import az.qalxan.engines.linking.record.ClusterQuality;
import az.qalxan.engines.linking.record.Linkage;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run came to, in a few lines or as one JSON object.
 *
 * @param linkage what was found
 * @param quality how well it agrees with the truth, where that is known
 * @param formulas cells that a spreadsheet would take for formulas
 * @param guarded whether they were guarded
 * @param files where everything was written
 */
record LinkSummary(
        Linkage linkage,
        Optional<ClusterQuality> quality,
        long formulas,
        boolean guarded,
        LinkFiles.Written files) {

    void print(PrintWriter to) {
        Linkage.Decision decision = linkage.decision();
        to.printf(
                "%,d rows, %,d pairs compared, %,d clusters; expected precision %s, recall %s%n",
                linkage.clusters().length,
                linkage.pairsCompared(),
                linkage.persons(),
                LinkReport.share(decision.precision()),
                LinkReport.share(decision.recall()));
        quality.ifPresent(known ->
                to.printf(
                        "against the truth: pairs precision %.4f, recall %.4f, F1 %.4f;"
                                + " B-cubed F1 %.4f%n",
                        known.pairPrecision(),
                        known.pairRecall(),
                        known.pairF1(),
                        known.cubedF1()));
        if (formulas > 0 && !guarded) {
            to.printf(
                    "%,d cells begin like a formula (= + - @) and are written as they are;"
                            + " --spreadsheet guards them%n",
                    formulas);
        }
        to.printf(
                "output %s, report %s, histogram %s%n",
                files.output(), files.report(), files.picture());
    }

    String json() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", linkage.clusters().length);
        summary.put("pairsCompared", linkage.pairsCompared());
        summary.put("clusters", linkage.persons());
        summary.put("pairsJoined", linkage.decision().pairs());
        summary.put("threshold", threshold());
        summary.put("estimated", estimated());
        summary.put("blockingKeys", linkage.keys().stream().map(Linkage.ChosenKey::label).toList());
        quality.ifPresent(known -> summary.put("truth", truth(known)));
        summary.put("formulaCells", formulas);
        summary.put("output", files.output().toString());
        summary.put("report", files.report().toString());
        summary.put("histogram", files.picture().toString());
        return JsonMapper.shared().writeValueAsString(summary);
    }

    private Map<String, Object> threshold() {
        Map<String, Object> threshold = new LinkedHashMap<>();
        threshold.put("bits", linkage.decision().bits());
        threshold.put("probability", linkage.decision().probability());
        return threshold;
    }

    private Map<String, Object> estimated() {
        Map<String, Object> estimated = new LinkedHashMap<>();
        estimated.put("precision", number(linkage.decision().precision()));
        estimated.put("recall", number(linkage.decision().recall()));
        estimated.put("reachedByBlocking", number(linkage.decision().reached()));
        return estimated;
    }

    private static Map<String, Object> truth(ClusterQuality known) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("rows", known.rows());
        truth.put("pairs", known.truePairs());
        truth.put("pairwise", shares(known.pairPrecision(), known.pairRecall(), known.pairF1()));
        truth.put("bcubed", shares(known.cubedPrecision(), known.cubedRecall(), known.cubedF1()));
        return truth;
    }

    private static Map<String, Object> shares(double precision, double recall, double f1) {
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("precision", number(precision));
        shares.put("recall", number(recall));
        shares.put("f1", number(f1));
        return shares;
    }

    /** JSON has no word for what nothing was found to estimate from. */
    private static Object number(double value) {
        return Double.isNaN(value) ? Optional.empty() : value;
    }
}
