package az.qalxan.directory.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A point of contact with the last attempt to reach it.
 *
 * @param version how often it was written
 * @param changedBy the account that wrote this version
 * @param check the last attempt; null when nobody has tried
 */
public record ForeignContact(
        UUID id,
        String code,
        int version,
        ContactFacts facts,
        Instant changedAt,
        String changedBy,
        @Nullable Check check) {

    /** After so long a check is old; our own choice. */
    static final Duration REVIEW_AFTER = Duration.ofDays(180);

    /**
     * An attempt to reach the point.
     *
     * @param version the version that was tried
     * @param channel which channel
     * @param by the account that tried
     */
    public record Check(
            int version, String channel, boolean answered, String note, Instant at, String by) {}

    /** What the last attempt is worth now. */
    public enum Standing {
        NEVER,
        ANSWERED,
        /** It answered, but longer ago than {@link #REVIEW_AFTER}. */
        STALE,
        /** It was changed after it had answered. */
        CHANGED,
        SILENT;

        /** Message key {@code contact.standing.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Standing standing(Instant now) {
        if (check == null) {
            return Standing.NEVER;
        }
        if (!check.answered()) {
            return Standing.SILENT;
        }
        if (check.version() != version) {
            return Standing.CHANGED;
        }
        return check.at().plus(REVIEW_AFTER).isBefore(now) ? Standing.STALE : Standing.ANSWERED;
    }

    /** When the check becomes old; null when nobody was answered. */
    public @Nullable Instant reviewDue() {
        return check == null || !check.answered() ? null : check.at().plus(REVIEW_AFTER);
    }

    /** What the clocks there show. */
    public ZonedDateTime there(Instant now) {
        return now.atZone(facts.zone());
    }

    /**
     * Whether the office there is open; the point itself answers day and night if it is in a
     * network.
     */
    public Open open(Instant now) {
        ContactFacts.@Nullable OfficeHours hours = facts.hours();
        if (hours == null) {
            return Open.UNKNOWN;
        }
        ZonedDateTime there = there(now);
        return hours.openOn(there.getDayOfWeek(), there.toLocalTime()) ? Open.YES : Open.NO;
    }

    /** Whether an office is open. */
    public enum Open {
        YES,
        NO,
        UNKNOWN;

        /** Message key {@code contact.open.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
