package az.qalxan.reporting;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** The last row of a page; the next page starts behind it. */
public record QueuePlace(Instant reportedAt, UUID id) {

    /** As it stands in an address. */
    public String token() {
        return reportedAt + "_" + id;
    }

    /** Reads a token; empty when it is not one of ours. */
    public static Optional<QueuePlace> read(String token) {
        int cut = token.indexOf('_');
        if (cut < 0 || token.length() > 90) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new QueuePlace(
                            Instant.parse(token.substring(0, cut)),
                            UUID.fromString(token.substring(cut + 1))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
