package az.qalxan.reporting;

import java.util.Objects;
import java.util.UUID;

/** The id of a report: a UUID of version 7 (RFC 9562 §5.7), so ids sort by when they were made. */
public record ReportId(UUID value) {

    public ReportId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
