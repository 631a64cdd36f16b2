package az.qalxan.statistics.measure;

import az.qalxan.statistics.Period;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are counted, on which day of the world, as known on which day.
 *
 * @param from cases opened from this day on
 * @param to until the end of this day; the state of the world at its end is counted
 * @param known what was recorded by the end of this day counts
 * @param body only cases that this body has; empty for all
 * @param article only cases where this article stands; empty for all
 */
record Asked(
        Sight sight, LocalDate from, LocalDate to, LocalDate known, String body, String article) {

    private static final int DAYS_USUALLY = 365;
    private static final int CHARS_MAX = 60;
    private static final int YEARS_BACK_MAX = 10;
    private static final int MONTHS_BACK_MAX = 24;

    Asked {
        Period ordered = new Period(from, to);
        from = ordered.from();
        to = ordered.to();
    }

    /** Whose eyes it is counted for. */
    enum Sight {
        /** For everybody: whole years, as known at the end of a month, small cells hidden. */
        PUBLIC,
        /** For officials: any day, all bodies, small cells hidden. */
        ALL,
        /** Exact, over the cases that the caller may see. */
        OWN;

        /** Last part of message keys. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether small cells are hidden and what was told to everybody is counted. */
        boolean guarded() {
            return this != OWN;
        }
    }

    /** As it was typed. */
    record Typed(
            @Nullable String from,
            @Nullable String to,
            @Nullable String year,
            @Nullable String known,
            @Nullable String body,
            @Nullable String article) {

        /** For officials; what cannot be read is the last year, as known now. */
        Asked days(Sight sight, LocalDate today) {
            LocalDate last = notAfter(Period.day(to, today), today);
            return new Asked(
                    sight,
                    notAfter(Period.day(from, last.minusDays(DAYS_USUALLY - 1)), today),
                    last,
                    notAfter(Period.day(known, today), today),
                    word(body),
                    word(article));
        }

        /** For everybody: one of {@link #years} as known at one of {@link #monthEnds}. */
        Asked years(LocalDate today) {
            List<LocalDate> ends = Asked.monthEnds(today);
            LocalDate wanted = Period.day(known, ends.getFirst());
            LocalDate end = ends.contains(wanted) ? wanted : ends.getFirst();
            int asked = number(year, end.getYear());
            int chosen = Asked.years(end).contains(asked) ? asked : end.getYear();
            LocalDate last = notAfter(LocalDate.of(chosen, 12, 31), end);
            return new Asked(Sight.PUBLIC, LocalDate.of(chosen, 1, 1), last, end, "", "");
        }

        private static LocalDate notAfter(LocalDate day, LocalDate last) {
            return day.isAfter(last) ? last : day;
        }

        private static int number(@Nullable String text, int otherwise) {
            return text != null && text.matches("[0-9]{4}") ? Integer.parseInt(text) : otherwise;
        }

        private static String word(@Nullable String text) {
            String stripped = text == null ? "" : text.strip();
            return stripped.length() > CHARS_MAX ? stripped.substring(0, CHARS_MAX) : stripped;
        }
    }

    /** The last days of months that are over, the newest first. */
    static List<LocalDate> monthEnds(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        List<LocalDate> ends = new ArrayList<>();
        for (int back = 1; back <= MONTHS_BACK_MAX; back++) {
            ends.add(month.minusMonths(back).atEndOfMonth());
        }
        return ends;
    }

    /** The years that can have figures at that moment, the newest first. */
    static List<Integer> years(LocalDate known) {
        List<Integer> years = new ArrayList<>();
        for (int back = 0; back < YEARS_BACK_MAX; back++) {
            years.add(known.getYear() - back);
        }
        return years;
    }

    boolean filtered() {
        return !body.isEmpty() || !article.isEmpty();
    }

    Asked withBody(String other) {
        return new Asked(sight, from, to, known, other, article);
    }

    Asked withArticle(String other) {
        return new Asked(sight, from, to, known, body, other);
    }

    /** The first moment of the period. */
    OffsetDateTime start(ZoneId zone) {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first moment after the period. */
    OffsetDateTime end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first moment of which nothing is known any more. */
    OffsetDateTime knownEnd(ZoneId zone) {
        return known.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }
}
