package az.qalxan.evidence;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The decision by which the body that conducts the proceedings made an exhibit evidence, or said
 * that it is none.
 *
 * @param decidedBy the body, in its own words
 * @param official who signed the decision
 * @param words why, as the decision says
 * @param author who entered it here
 */
public record Admission(
        boolean admitted,
        String number,
        LocalDate decidedOn,
        String decidedBy,
        String official,
        String words,
        Instant at,
        String author) {}
