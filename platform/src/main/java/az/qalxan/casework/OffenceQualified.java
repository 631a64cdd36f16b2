package az.qalxan.casework;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Says, in the same transaction, that a case's qualification took a step.
 *
 * @param step {@code put}, {@code requalified} or {@code dropped}
 * @param article the article that was put or dropped, or that stands now
 * @param replaced the article that stood before; empty unless requalified
 * @param on the day of the decision
 */
public record OffenceQualified(
        CaseNumber number,
        String body,
        String step,
        String article,
        String replaced,
        LocalDate on,
        Instant at,
        boolean restricted) {}
