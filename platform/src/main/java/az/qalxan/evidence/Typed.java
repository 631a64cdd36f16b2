package az.qalxan.evidence;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form about evidence; everything wrong is told at once. */
public final class Typed {

    /** A reason says something. */
    public static final int WORDS_MIN = 10;

    public static final int WORDS_MAX = 4_000;

    /** A name or a number. */
    public static final int NAME_MAX = 300;

    private final List<Violation> wrong = new ArrayList<>();

    public void wrong(String field, String key, Object... arguments) {
        wrong.add(Violation.at(field, key, arguments));
    }

    /** A sentence that must be there. */
    public String words(String field, @Nullable String typed) {
        return text(field, typed, WORDS_MIN, WORDS_MAX);
    }

    /** A name or a number that must be there. */
    public String name(String field, @Nullable String typed) {
        return text(field, typed, 2, NAME_MAX);
    }

    /** What may be left out. */
    public String maybe(String field, @Nullable String typed) {
        return text(field, typed, 0, WORDS_MAX);
    }

    public String text(String field, @Nullable String typed, int charsMin, int charsMax) {
        String clean = CleanText.of(typed == null ? "" : typed).strip();
        if (clean.length() < charsMin || clean.length() > charsMax) {
            wrong(field, "evidence.wrong.words", clean.length(), charsMin, charsMax);
        }
        return clean;
    }

    /** What was chosen of a closed list; {@code otherwise} stands in until {@link #pass()}. */
    public <T> T chosen(String field, Optional<T> found, T otherwise) {
        if (found.isEmpty()) {
            wrong(field, "evidence.wrong.choice");
        }
        return found.orElse(otherwise);
    }

    /** A count; blank is none. */
    public long count(String field, @Nullable String typed) {
        String digits = typed == null ? "" : typed.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        if (!digits.matches("[0-9]{1,15}")) {
            wrong(field, "evidence.wrong.count", digits);
            return 0;
        }
        return Long.parseLong(digits);
    }

    /** A moment that is not to come, where the country's clocks stand; null for blank. */
    public @Nullable Instant moment(String field, @Nullable String typed, Now now) {
        String given = typed == null ? "" : typed.strip();
        if (given.isEmpty()) {
            return null;
        }
        try {
            Instant at = LocalDateTime.parse(given).atZone(now.zone()).toInstant();
            if (at.isAfter(now.at())) {
                wrong(field, "evidence.wrong.future", given);
            }
            return at;
        } catch (DateTimeException e) {
            wrong(field, "evidence.wrong.moment", given);
            return null;
        }
    }

    /** A day; null for blank. */
    public @Nullable LocalDate day(String field, @Nullable String typed) {
        String given = typed == null ? "" : typed.strip();
        if (given.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException e) {
            wrong(field, "evidence.wrong.moment", given);
            return null;
        }
    }

    /** A day that is past and must be there. */
    public LocalDate pastDay(String field, @Nullable String typed, Now now) {
        @Nullable LocalDate day = day(field, typed);
        if (day == null) {
            wrong(field, "evidence.wrong.moment", typed == null ? "" : typed);
            return now.today();
        }
        if (day.isAfter(now.today())) {
            wrong(field, "evidence.wrong.future", day);
        }
        return day;
    }

    /** Ends the request when anything was wrong. */
    public void pass() {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }

    /** The present moment where the country's clocks stand. */
    public record Now(Instant at, ZoneId zone) {

        public LocalDate today() {
            return LocalDate.ofInstant(at, zone);
        }

        /** As a field for day and minute wants it. */
        public String field() {
            return LocalDateTime.ofInstant(at, zone)
                    .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                    .toString();
        }
    }
}
