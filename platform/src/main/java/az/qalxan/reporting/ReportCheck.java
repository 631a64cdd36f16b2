package az.qalxan.reporting;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a {@link RawReport} into a {@link NewReport}, or says everything that is wrong with it. */
@Component
public final class ReportCheck {

    /** Characters that a story needs at least to say anything. */
    public static final int STORY_CHARS_MIN = 10;

    /** Characters that a story may have. */
    public static final int STORY_CHARS_MAX = 20_000;

    /** Identifiers that may be given beside the story. */
    public static final int USED_AGAINST_MAX = 50;

    /** Characters of one identifier, one name, one contact. */
    public static final int FIELD_CHARS_MAX = 500;

    static final Set<String> CURRENCIES =
            Set.of(
                    "AZN", "USD", "EUR", "TRY", "RUB", "GBP", "GEL", "KZT", "AED", "USDT", "USDC",
                    "BTC", "ETH", "TRX", "TON");
    static final Set<String> PAID_HOW =
            Set.of(
                    "card",
                    "bank-transfer",
                    "cash",
                    "terminal",
                    "e-wallet",
                    "crypto",
                    "gift-card",
                    "other");
    static final Set<String> LANGUAGES = Set.of("az", "tr", "ru", "en", StoryLanguage.AUTO);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Clocks of senders may run ahead of ours by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final Jurisdiction jurisdiction;
    private final Clock clock;

    ReportCheck(Jurisdiction jurisdiction, Clock clock) {
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** The outcome of a check. */
    public sealed interface Checked {

        /** Nothing is wrong. */
        record Accepted(NewReport report) implements Checked {}

        /** Everything that is wrong, each with its field. */
        record Rejected(List<Violation> violations) implements Checked {

            public Rejected {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Checks a report that came by that channel. */
    public Checked check(RawReport raw, Channel channel) {
        List<Violation> violations = new ArrayList<>();
        NewReport report =
                new NewReport(
                        category(raw, violations),
                        happenedAt(raw, violations),
                        reportedAt(raw, violations),
                        region(raw, violations),
                        channel,
                        language(raw, violations),
                        story(raw, violations),
                        loss(raw, violations),
                        usedAgainst(raw, violations),
                        bounded("onBehalfOf", text(raw.onBehalfOf()), violations),
                        contact(raw.contact(), violations));
        return violations.isEmpty()
                ? new Checked.Accepted(report)
                : new Checked.Rejected(violations);
    }

    private String category(RawReport raw, List<Violation> violations) {
        String category = text(raw.category());
        if (jurisdiction.category(category).isEmpty()) {
            violations.add(Violation.at("category", "report.wrong.category", quoted(category)));
        }
        return category;
    }

    private String region(RawReport raw, List<Violation> violations) {
        String region = text(raw.region());
        if (!region.isEmpty() && jurisdiction.region(region).isEmpty()) {
            violations.add(Violation.at("region", "report.wrong.region", quoted(region)));
        }
        return region;
    }

    private static String language(RawReport raw, List<Violation> violations) {
        String said =
                oneOf("language", text(raw.language()), LANGUAGES, StoryLanguage.AUTO, violations);
        return StoryLanguage.of(said, text(raw.story()), "az");
    }

    private @Nullable Instant happenedAt(RawReport raw, List<Violation> violations) {
        return instant("happenedAt", text(raw.happenedAt()), violations);
    }

    private Instant reportedAt(RawReport raw, List<Violation> violations) {
        @Nullable Instant given = instant("reportedAt", text(raw.reportedAt()), violations);
        return given == null ? clock.instant() : given;
    }

    private @Nullable Instant instant(String field, String given, List<Violation> violations) {
        if (given.isEmpty()) {
            return null;
        }
        @Nullable Instant instant = IsoTime.read(given, jurisdiction.zone());
        if (instant == null) {
            violations.add(Violation.at(field, "report.wrong.date", quoted(given)));
        } else if (instant.isBefore(EARLIEST)
                || instant.isAfter(clock.instant().plus(CLOCK_SKEW))) {
            violations.add(Violation.at(field, "report.wrong.date-range", quoted(given)));
        }
        return instant;
    }

    private static String story(RawReport raw, List<Violation> violations) {
        String story = CleanText.of(text(raw.story()));
        if (story.length() < STORY_CHARS_MIN) {
            violations.add(Violation.at("story", "report.wrong.story-short", STORY_CHARS_MIN));
        } else if (story.length() > STORY_CHARS_MAX) {
            violations.add(
                    Violation.at(
                            "story", "report.wrong.story-long", story.length(), STORY_CHARS_MAX));
        }
        return story;
    }

    private static @Nullable Loss loss(RawReport raw, List<Violation> violations) {
        String given = text(raw.amount());
        String currency =
                oneOf(
                        "currency",
                        text(raw.currency()).toUpperCase(Locale.ROOT),
                        CURRENCIES,
                        "AZN",
                        violations);
        String paidHow = oneOf("paidHow", text(raw.paidHow()), PAID_HOW, "", violations);
        if (given.isEmpty()) {
            return null;
        }
        @Nullable BigDecimal amount = Amounts.read(given);
        if (amount == null || amount.signum() < 0 || amount.compareTo(Loss.AMOUNT_MAX) > 0) {
            violations.add(Violation.at("amount", "report.wrong.amount", quoted(given)));
            return null;
        }
        boolean certain = CURRENCIES.contains(currency) && amount.signum() > 0;
        return certain ? new Loss(amount, currency, paidHow) : null;
    }

    private static List<String> usedAgainst(RawReport raw, List<Violation> violations) {
        if (raw.usedAgainst().size() > USED_AGAINST_MAX) {
            violations.add(
                    Violation.at(
                            "usedAgainst",
                            "report.wrong.used-against-many",
                            raw.usedAgainst().size(),
                            USED_AGAINST_MAX));
            return List.of();
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < raw.usedAgainst().size(); i++) {
            String one = bounded("usedAgainst/" + i, raw.usedAgainst().get(i), violations);
            if (!one.isEmpty()) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static Contact contact(Contact given, List<Violation> violations) {
        return new Contact(
                bounded("contact/name", given.name(), violations),
                bounded("contact/phone", given.phone(), violations),
                bounded("contact/email", given.email(), violations));
    }

    private static String bounded(String field, String given, List<Violation> violations) {
        String clean = CleanText.of(given);
        if (clean.length() > FIELD_CHARS_MAX) {
            violations.add(
                    Violation.at(field, "report.wrong.long", clean.length(), FIELD_CHARS_MAX));
            return "";
        }
        return clean;
    }

    private static String oneOf(
            String field,
            String given,
            Set<String> allowed,
            String otherwise,
            List<Violation> violations) {
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!allowed.contains(given)) {
            violations.add(
                    Violation.at(
                            field,
                            "report.wrong.choice",
                            quoted(given),
                            String.join(", ", allowed.stream().sorted().toList())));
        }
        return given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** A value as a message may quote it: short, and without characters that steer a terminal. */
    private static String quoted(String value) {
        String clean = CleanText.of(value);
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
    }
}
