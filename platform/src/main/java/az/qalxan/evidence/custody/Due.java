package az.qalxan.evidence.custody;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that falls due.
 *
 * @param kind {@code sign} a transfer, {@code loan} a loan back, {@code return} an exhibit; last
 *     part of the message key {@code custody.due.<kind>}
 * @param number of the exhibit or of the transfer
 * @param words its title, or who it concerns
 * @param day the day in the country
 * @param at the moment: of a day its beginning
 */
record Due(
        String kind,
        String number,
        String words,
        String path,
        String caseNumber,
        LocalDate day,
        Instant at) {

    /** How it stands at a moment: {@code past}, {@code soon} or {@code later}. */
    String standing(Instant now, Instant soon) {
        if (!at.isAfter(now)) {
            return "past";
        }
        return at.isAfter(soon) ? "later" : "soon";
    }
}
