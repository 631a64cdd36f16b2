package az.qalxan.engines.detection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an event says that it happened. */
public final class EventTimes {

    /** The fields that are asked, the first that holds a time decides. */
    public static final List<String> FIELDS =
            List.of(
                    "TimeCreated_SystemTime",
                    "SystemTime",
                    "UtcTime",
                    "@timestamp",
                    "TimeCreated",
                    "eventTime",
                    "EventTime",
                    "timestamp",
                    "Timestamp",
                    "event.created",
                    "time",
                    "ts");

    private EventTimes() {}

    /** Null where it does not say, or in no way that is known here. */
    public static @Nullable Instant of(LogEvent event) {
        throw new UnsupportedOperationException("to be filled");
    }
}
