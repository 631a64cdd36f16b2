package az.qalxan.scaleout;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rules made ready once for all parts of the job that run in one process. */
record LoadedRules(JobRules asked, DetectionEngine engine, CorrelationPlan plan) {

    private static @Nullable LoadedRules latest;

    static synchronized LoadedRules of(JobRules asked) throws IOException {
        LoadedRules loaded = latest;
        if (loaded == null || !loaded.asked().equals(asked)) {
            RuleSet rules = asked.files().rules();
            loaded =
                    new LoadedRules(
                            asked,
                            DetectionEngine.of(rules, EventSource.UNKNOWN),
                            CorrelationPlan.of(rules, asked.windows()));
            latest = loaded;
        }
        return loaded;
    }
}
