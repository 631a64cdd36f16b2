package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param number by which programs may call it here
 * @param code who may change it
 * @param body who holds it
 * @param groupNumber of its sharing group; null where the caller may not know the group
 * @param marked when its marking or distribution changed last, in seconds since 1970; 0 when it
 *     never did
 */
record StoredEvent(
        long number,
        UUID collection,
        UUID uuid,
        String code,
        String body,
        String sender,
        MispEvent.Organisation orgc,
        String info,
        LocalDate day,
        long stamp,
        long publishStamp,
        boolean published,
        Level level,
        @Nullable Long groupNumber,
        String groupContent,
        Handling handling,
        List<String> tags,
        String content,
        List<String> unknown,
        int attributes,
        long marked,
        Instant takenAt,
        boolean shelved,
        List<String> shelfFaults) {

    StoredEvent {
        tags = List.copyOf(tags);
        unknown = List.copyOf(unknown);
        shelfFaults = List.copyOf(shelfFaults);
    }
}
