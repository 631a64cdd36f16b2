package az.qalxan.law;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which law is looked at: that of a day, as it was known at a moment.
 *
 * @param known null for what is known now
 */
record AsOf(LocalDate on, @Nullable Instant known, LocalDate today, ZoneId zone) {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2200;

    /**
     * Reads an address: a day, and an instant or the day at whose end something was known.
     *
     * @throws ProblemFound when either is none
     */
    static AsOf read(String on, String known, LocalDate today, ZoneId zone) {
        try {
            LocalDate day = on.isBlank() ? today : LocalDate.parse(on.strip());
            if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
                throw ProblemFound.of(WebProblem.BAD_REQUEST);
            }
            return new AsOf(day, moment(known.strip(), today, zone), today, zone);
        } catch (DateTimeException e) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
    }

    private static @Nullable Instant moment(String known, LocalDate today, ZoneId zone) {
        if (known.isEmpty()) {
            return null;
        }
        if (known.contains("T")) {
            return Instant.parse(known);
        }
        LocalDate day = LocalDate.parse(known);
        return day.isBefore(today)
                ? day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
                : null;
    }

    /** Whether the law of today is looked at as it is known now. */
    boolean present() {
        return on.equals(today) && known == null;
    }

    /** That address with this law in its query. */
    String at(String address) {
        List<String> query = new ArrayList<>();
        if (!on.equals(today)) {
            query.add("on=" + on);
        }
        if (known != null) {
            query.add("known=" + known);
        }
        if (query.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + String.join("&", query);
    }

    /** That address with this law in its query, whatever day is today: an address that lasts. */
    String lasting(String address, Instant now) {
        return address
                + (address.contains("?") ? "&" : "?")
                + "on="
                + on
                + "&known="
                + (known == null ? now : known);
    }

    /** The day of the moment of knowledge where the clocks stand; empty for now. */
    String knownDay() {
        return known == null ? "" : LocalDate.ofInstant(known, zone).toString();
    }
}
