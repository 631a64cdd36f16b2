package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.CleanText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a form sends, and collects everything that is wrong with it. */
final class Typed {

    private static final Pattern LOCAL = Pattern.compile("/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*");
    private static final Pattern WEB = Pattern.compile("https://[^\\s\\p{Cntrl}\"<>]+");
    private static final int LINK_MAX = 500;

    private final List<Violation> wrong = new ArrayList<>();

    /** How many signs a text may have. */
    record Length(int least, int most) {}

    String text(String field, @Nullable String typed, Length allowed) {
        String clean = CleanText.of(typed == null ? "" : typed);
        if (clean.length() < allowed.least() || clean.length() > allowed.most()) {
            wrong(field, "meeting.wrong.words", clean.length(), allowed.least(), allowed.most());
        }
        return clean;
    }

    /** Words in Azerbaijani that must say something, and in English that may. */
    Words words(String field, @Nullable String az, @Nullable String en, Length allowed) {
        return new Words(
                text(field, az, allowed), text(field + "En", en, new Length(0, allowed.most())));
    }

    @Nullable LocalDate day(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            wrong(field, "meeting.wrong.day", typed);
            return null;
        }
    }

    /** A moment of a date field in our zone; the epoch where it is wrong. */
    Instant moment(String field, @Nullable String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed == null ? "" : typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            wrong(field, "meeting.wrong.moment", typed == null ? "" : typed);
            return Instant.EPOCH;
        }
    }

    int number(String field, @Nullable Integer typed, int least, int most) {
        int number = typed == null ? 0 : typed;
        if (number < least || number > most) {
            wrong(field, "meeting.wrong.number", number, least, most);
        }
        return number;
    }

    /** A place in this system, or a web address; empty if nothing was typed. */
    String link(String field, @Nullable String typed) {
        String bare = typed == null ? "" : typed.strip();
        boolean good =
                bare.isEmpty()
                        || bare.length() <= LINK_MAX
                                && (isLocal(bare) || WEB.matcher(bare).matches());
        if (!good) {
            wrong(field, "meeting.wrong.link");
        }
        return bare;
    }

    /** A place in this system. */
    String path(String field, @Nullable String typed) {
        String bare = typed == null ? "" : typed.strip();
        if (bare.length() > LINK_MAX || !isLocal(bare)) {
            wrong(field, "meeting.wrong.path");
        }
        return bare;
    }

    static boolean isLocal(String text) {
        return LOCAL.matcher(text).matches();
    }

    void wrong(String field, String key, Object... arguments) {
        wrong.add(Violation.at(field, key, arguments));
    }

    /** Ends the request if anything was wrong. */
    void done() {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }
}
