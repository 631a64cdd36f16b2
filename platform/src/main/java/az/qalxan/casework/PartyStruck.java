package az.qalxan.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * Says, in the same transaction, that a party was entered into a case by mistake: what was said of
 * its statuses never held.
 */
public record PartyStruck(
        CaseNumber number, String body, UUID party, Instant at, boolean restricted) {}
