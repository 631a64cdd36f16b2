package az.qalxan.series;

import az.qalxan.jurisdiction.Jurisdiction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of a list's address; what is absent or unreadable lets everything through. */
record AskedList(
        @Nullable String size,
        @Nullable String category,
        @Nullable String since,
        @Nullable String until,
        @Nullable String loss,
        @Nullable String body,
        @Nullable String order,
        @Nullable String after) {

    SeriesFilter filter(Jurisdiction jurisdiction) {
        return new SeriesFilter(
                number(size),
                text(category),
                day(since, jurisdiction, 0),
                day(until, jurisdiction, 1),
                amount(loss),
                text(body),
                SeriesOrder.of(text(order)));
    }

    @Nullable SeriesPlace place() {
        return SeriesPlace.read(text(after)).orElse(null);
    }

    /** The same filters as an address, without the place. */
    String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        add(query, "size", size);
        add(query, "category", category);
        add(query, "since", since);
        add(query, "until", until);
        add(query, "loss", loss);
        add(query, "body", body);
        add(query, "order", order);
        String built = query.encode().build().toUriString();
        return built.startsWith("?") ? built.substring(1) : built;
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.queryParam(name, value);
        }
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static int number(@Nullable String typed) {
        String digits = text(typed);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 2;
    }

    private static @Nullable BigDecimal amount(@Nullable String typed) {
        String digits = text(typed).replace(" ", "").replace(',', '.');
        return digits.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? new BigDecimal(digits) : null;
    }

    private static @Nullable Instant day(
            @Nullable String typed, Jurisdiction jurisdiction, int later) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text(typed))
                    .plusDays(later)
                    .atStartOfDay(jurisdiction.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
