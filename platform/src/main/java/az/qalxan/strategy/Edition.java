package az.qalxan.strategy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The head of an edition of the plan.
 *
 * @param number counted from 1; 0 is what the country pack knows
 * @param by the name of who recorded it; empty for the pack's
 * @param language of its wording, ISO 639-1
 * @param approved the day on which the plan was approved; null if the file does not say
 * @param sha256 of the file it came from, in hex
 * @param wording whether it has the official text, or facts only
 * @param note why it was recorded; empty if nobody said
 */
public record Edition(
        EditionId id,
        int number,
        Instant recorded,
        String by,
        String title,
        String language,
        @Nullable LocalDate approved,
        String sha256,
        boolean wording,
        String note) {}
