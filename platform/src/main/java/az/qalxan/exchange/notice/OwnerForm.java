package az.qalxan.exchange.notice;

import az.qalxan.web.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner as it was typed. */
record OwnerForm(
        @Nullable String name,
        @Nullable String country,
        @Nullable String language,
        @Nullable String ownerBody,
        @Nullable String superior) {

    static final OwnerForm EMPTY = new OwnerForm("", "AZ", "az", "", "");

    /** An owner whose form is right. */
    record Checked(
            String name,
            String country,
            String language,
            String ownerBody,
            @Nullable UUID superior) {}

    /** A claim whose form is right. */
    record Asked(ClaimKind kind, String value, Instant from) {}

    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        int length = bare(name).length();
        if (length < 2 || length > 200) {
            wrong.add(Violation.at("name", "notice.wrong.length", 2, 200, length));
        }
        if (!bare(country).toUpperCase(Locale.ROOT).matches("([A-Z]{2})?")) {
            wrong.add(Violation.at("country", "notice.wrong.country", bare(country)));
        }
        return wrong;
    }

    Checked checked() {
        String above = bare(superior);
        return new Checked(
                bare(name),
                bare(country).toUpperCase(Locale.ROOT),
                bare(language).equals("en") ? "en" : "az",
                bare(ownerBody),
                above.isEmpty() ? null : UUID.fromString(above));
    }

    static String bare(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Reads a claim; what is wrong goes to the list. */
    static Optional<Asked> claim(String kind, String value, String since, List<Violation> wrong) {
        Optional<ClaimKind> known = ClaimKind.of(kind);
        Optional<String> canonical = known.flatMap(one -> one.canonical(value));
        if (canonical.isEmpty()) {
            wrong.add(
                    Violation.at(
                            "value",
                            "notice.wrong.claim." + known.map(ClaimKind::code).orElse("prefix"),
                            value.strip()));
        }
        boolean claimable = canonical.filter(one -> known.orElseThrow().claimable(one)).isPresent();
        if (canonical.isPresent() && !claimable) {
            wrong.add(Violation.at("value", "notice.wrong.claim-broad", value.strip()));
        }
        Optional<Instant> from = day(since);
        if (from.isEmpty()) {
            wrong.add(Violation.at("since", "notice.wrong.day", since.strip()));
        }
        return !claimable || from.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(known.orElseThrow(), canonical.get(), from.get()));
    }

    private static Optional<Instant> day(String typed) {
        try {
            return Optional.of(
                    LocalDate.parse(typed.strip())
                            .atStartOfDay(ZoneId.of("Asia/Baku"))
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
