package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.StateLimits;
import az.qalxan.engines.detection.correlation.WindowSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * By what the job judges; everything here must be the same in the process that it is held against.
 *
 * @param lateness how late an event may come behind later ones of its partition
 */
record JobRules(RuleFiles files, WindowSettings.Kind kind, Duration lateness)
        implements Serializable {

    WindowSettings windows() {
        return new WindowSettings(kind, lateness, StateLimits.USUAL);
    }
}
