package az.qalxan.scaleout;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.RuleSet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rules made ready once for all parts of the job that run in one process. */
record LoadedRules(String sum, RuleSet rules, DetectionEngine engine) {

    private static @Nullable LoadedRules latest;

    static synchronized LoadedRules of(RuleFiles files) throws IOException {
        LoadedRules loaded = latest;
        if (loaded == null || !loaded.sum().equals(files.sum())) {
            RuleSet rules = files.rules();
            loaded =
                    new LoadedRules(
                            files.sum(), rules, DetectionEngine.of(rules, EventSource.UNKNOWN));
            latest = loaded;
        }
        return loaded;
    }
}
