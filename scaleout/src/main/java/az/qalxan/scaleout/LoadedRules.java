package az.qalxan.scaleout;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules made ready once for all parts of the job that run in one process.
 *
 * @param told how many they are, and how many cannot be used
 */
record LoadedRules(JobRules asked, DetectionEngine engine, CorrelationPlan plan, String told) {

    private static @Nullable LoadedRules latest;

    static synchronized LoadedRules of(JobRules asked) throws IOException {
        LoadedRules loaded = latest;
        if (loaded == null || !loaded.asked().equals(asked)) {
            List<RulesRead> files = asked.files().rules();
            RuleSet rules = RuleSet.of(files);
            loaded =
                    new LoadedRules(
                            asked,
                            DetectionEngine.of(rules, EventSource.UNKNOWN),
                            CorrelationPlan.of(rules, asked.windows()),
                            told(files, rules));
            latest = loaded;
        }
        return loaded;
    }

    private static String told(List<RulesRead> files, RuleSet rules) {
        int documents = files.stream().mapToInt(RulesRead::documents).sum();
        int single = rules.rules().size();
        int correlations = rules.correlations().size();
        int refused = documents - single - correlations - rules.filters();
        return "%d rules, %d correlations, %d refused%s"
                .formatted(
                        single,
                        correlations,
                        refused,
                        refused > 0 ? "; ./qalxan sigma check tells why" : "");
    }
}
