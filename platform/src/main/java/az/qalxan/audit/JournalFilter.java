package az.qalxan.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which records the journal shows, as its form sends it; an empty text lets everything through.
 *
 * @param from the first day, ISO 8601
 * @param to the last day, ISO 8601
 * @param actor words of a name, a user name, an account's id or a job's name
 * @param subject the id of what an act was done to
 */
record JournalFilter(
        String from,
        String to,
        String actor,
        String act,
        String kind,
        String subject,
        String body) {

    private static final int TEXT_MAX = 120;

    JournalFilter {
        from = day(from).map(LocalDate::toString).orElse("");
        to = day(to).map(LocalDate::toString).orElse("");
        actor = cut(actor);
        act = cut(act);
        kind = cut(kind);
        subject = cut(subject);
        body = cut(body);
    }

    Optional<LocalDate> firstDay() {
        return day(from);
    }

    Optional<LocalDate> lastDay() {
        return day(to);
    }

    /** What is asked for, without what is not. */
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "actor", actor);
        put(asked, "act", act);
        put(asked, "kind", kind);
        put(asked, "subject", subject);
        put(asked, "body", body);
        return asked;
    }

    /** The address of that page of the journal with this filter. */
    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked()).toUriString();
    }

    /** The address of the next, older rows. */
    String before(long sequence) {
        String here = address("/journal");
        return here + (here.contains("?") ? "&" : "?") + "before=" + sequence;
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (!value.isEmpty()) {
            asked.put(name, value);
        }
    }

    private static String cut(String text) {
        String bare = text.strip();
        return bare.substring(0, Math.min(bare.length(), TEXT_MAX));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
