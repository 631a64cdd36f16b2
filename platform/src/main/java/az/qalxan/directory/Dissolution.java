package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of an organisation.
 *
 * @param since the first day on which it is no more
 * @param successor who took its duties over; null if nobody is named
 */
public record Dissolution(
        UUID id, BodyCode organisation, LocalDate since, @Nullable BodyCode successor) {}
