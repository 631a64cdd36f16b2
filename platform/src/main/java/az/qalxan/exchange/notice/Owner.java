package az.qalxan.exchange.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds parts of the net.
 *
 * @param body that keeps the entry and tells it of trouble
 * @param language az or en
 * @param ownerBody the organisation whose people answer here; empty for none
 * @param superior whom to tell when this one does not answer; null for nobody
 */
record Owner(
        UUID id,
        String body,
        String name,
        String country,
        String language,
        String ownerBody,
        @Nullable UUID superior,
        boolean fromRegistry) {}
