package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.util.UUID;

/**
 * The indicator that an event holds.
 *
 * @param collection in which it stands
 * @param object its STIX id
 * @param name its id where it has none
 * @param sender the body that sent it
 * @param confidence from 0 until 100; -1 where nothing is said
 */
public record KnownIndicator(
        UUID collection,
        String collectionTitle,
        String object,
        String name,
        String sender,
        Handling handling,
        int confidence) {}
