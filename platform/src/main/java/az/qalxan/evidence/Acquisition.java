package az.qalxan.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes were taken off their source; texts are empty where nobody said.
 *
 * @param tool its name and version
 * @param settings as they were used
 * @param writeBlocker its name; empty when none was used
 * @param source the device: make, model, serial number
 * @param specialist who took them, with post
 * @param readErrors how many places could not be read
 * @param errorWords which places, and what stands there instead
 * @param at when; null when nothing was taken
 */
public record Acquisition(
        Tool tool,
        String settings,
        String writeBlocker,
        String source,
        String specialist,
        long readErrors,
        String errorWords,
        @Nullable Instant at) {

    /** A thing of which nobody took bytes. */
    public static final Acquisition NONE =
            new Acquisition(new Tool("", ""), "", "", "", "", 0, "", null);

    /** A program or a device by name and version. */
    public record Tool(String name, String version) {

        @Override
        public String toString() {
            return (name + " " + version).strip();
        }
    }

    public boolean told() {
        return !equals(NONE);
    }
}
