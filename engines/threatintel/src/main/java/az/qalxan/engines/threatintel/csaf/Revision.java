package az.qalxan.engines.threatintel.csaf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the revision history.
 *
 * @param date null where it is no date
 * @param number null where it is no version
 */
record Revision(At at, @Nullable Instant date, @Nullable DocumentVersion number) {}
