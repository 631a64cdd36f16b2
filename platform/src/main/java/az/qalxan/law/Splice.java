package az.qalxan.law;

import az.qalxan.engines.law.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a change meets what stands of a line: what ends, and what is recorded instead. Days outside
 * the change keep what they had.
 */
record Splice(List<Recording> ended, List<Piece> fresh) {

    Splice {
        ended = List.copyOf(ended);
        fresh = List.copyOf(fresh);
    }

    /** A fact and the days on which it holds. */
    record Piece(Period valid, JsonNode fact) {}

    /**
     * Puts a fact on those days.
     *
     * @param standing all that stands of the line
     * @param fact null leaves the days without any
     */
    static Splice of(List<Recording> standing, Period days, @Nullable JsonNode fact) {
        List<Recording> ended = new ArrayList<>();
        List<Piece> fresh = new ArrayList<>();
        for (Recording one : standing) {
            if (overlap(one.valid(), days)) {
                ended.add(one);
                keepBefore(one, days, fresh);
                keepAfter(one, days, fresh);
            }
        }
        if (fact != null) {
            fresh.add(new Piece(days, fact));
        }
        return new Splice(ended, fresh);
    }

    private static void keepBefore(Recording one, Period days, List<Piece> fresh) {
        @Nullable LocalDate start = days.from();
        @Nullable LocalDate from = one.valid().from();
        if (start != null && (from == null || from.isBefore(start))) {
            fresh.add(new Piece(new Period(from, start), one.fact()));
        }
    }

    private static void keepAfter(Recording one, Period days, List<Piece> fresh) {
        @Nullable LocalDate end = days.until();
        @Nullable LocalDate until = one.valid().until();
        if (end != null && (until == null || until.isAfter(end))) {
            fresh.add(new Piece(new Period(end, until), one.fact()));
        }
    }

    static boolean overlap(Period one, Period other) {
        return startsBefore(one, other.until()) && startsBefore(other, one.until());
    }

    private static boolean startsBefore(Period period, @Nullable LocalDate end) {
        @Nullable LocalDate from = period.from();
        return from == null || end == null || from.isBefore(end);
    }
}
