package az.qalxan.cooperation;

import az.qalxan.reporting.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What somebody typed into a field of a request's page, checked. */
final class Typed {

    private Typed() {}

    static String text(String field, String typed, int charsMin, int charsMax) {
        String clean = CleanText.of(typed);
        if (clean.length() < charsMin || clean.length() > charsMax) {
            throw Dossier.wrong(field, "duty.wrong.words", clean.length(), charsMin, charsMax);
        }
        return clean;
    }

    /** What a date field gives, where our clocks stand, not in the future. */
    static Instant past(String field, String typed, ZoneId zone, Instant now) {
        try {
            Instant at = LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
            if (at.isAfter(now.plusSeconds(60))) {
                throw Dossier.wrong(field, "duty.wrong.future", typed);
            }
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException e) {
            throw Dossier.wrong(field, "duty.wrong.moment", typed);
        }
    }
}
