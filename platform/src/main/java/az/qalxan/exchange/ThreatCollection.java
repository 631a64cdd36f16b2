package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection of knowledge about threats.
 *
 * @param body whose it is
 * @param alias a short name that stands for its id in addresses
 * @param unmarked what holds for an object without a marking
 * @param ceiling the narrowest marking that it takes
 */
public record ThreatCollection(
        UUID id,
        String body,
        String alias,
        String title,
        String description,
        Handling unmarked,
        Handling ceiling,
        Instant openedAt,
        @Nullable Instant closedAt,
        int version) {

    public boolean open() {
        return closedAt == null;
    }
}
