package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.StateLimits;
import az.qalxan.engines.detection.correlation.WindowSettings;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.Formats;
import java.io.Serializable;
import java.time.Duration;

/**
 * By what the job judges; everything here must be the same in the process that it is held against.
 *
 * @param format how events are written, as {@link Formats} calls it
 * @param lateness how late an event may come behind later ones of its partition
 */
record JobRules(RuleFiles files, String format, WindowSettings.Kind kind, Duration lateness)
        implements Serializable {

    EventFormat events() {
        return Formats.of(format).orElseThrow();
    }

    WindowSettings windows() {
        return new WindowSettings(kind, lateness, StateLimits.USUAL);
    }
}
