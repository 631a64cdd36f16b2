package az.qalxan.evidence.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a timeline is asked for.
 *
 * @param from from when on, as a clock in the country shows; empty for the beginning
 * @param to until when, the minute included; empty for the end
 * @param kind what happened; empty for everything
 * @param source what says so, such as chrome-history; empty for everything
 * @param exhibit an exhibit's id; empty for all of the case
 * @param q a part of the message, the account or the machine
 * @param after the moment behind which the page starts, its time in microseconds and its number
 */
record TimelineFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable String kind,
        @Nullable String source,
        @Nullable String exhibit,
        @Nullable String q,
        @Nullable String after) {

    private static final int QUERY_MAX = 100;

    TimelineFilter {
        from = form(from, "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
        to = form(to, "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
        kind = form(kind, "[a-z-]{1,30}");
        source = form(source, "[a-z0-9-]{1,40}");
        exhibit = form(exhibit, "[0-9a-f-]{36}");
        after = form(after, "\\d{1,17}\\.\\d{1,17}");
        String asked = q == null ? "" : q.strip();
        q = asked.substring(0, Math.min(asked.length(), QUERY_MAX));
    }

    private static String form(@Nullable String typed, String pattern) {
        return typed == null || !typed.matches(pattern) ? "" : typed;
    }

    boolean any() {
        return (from + to + kind + source + exhibit + q).isEmpty();
    }

    Optional<Instant> since(ZoneId zone) {
        return at(from, zone);
    }

    /** The first moment that no longer counts. */
    Optional<Instant> until(ZoneId zone) {
        return at(to, zone).map(at -> at.plusSeconds(60));
    }

    private static Optional<Instant> at(@Nullable String typed, ZoneId zone) {
        if (typed == null || typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The filter as the end of an address, without its page. */
    String query() {
        return "from=" + coded(from) + "&to=" + coded(to) + rest();
    }

    /** The same filter for another stretch of time. */
    String within(String since, String until) {
        return "from=" + coded(since) + "&to=" + coded(until) + rest();
    }

    private String rest() {
        return "&kind="
                + coded(kind)
                + "&source="
                + coded(source)
                + "&exhibit="
                + coded(exhibit)
                + "&q="
                + coded(q);
    }

    private static String coded(@Nullable String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }
}
