package az.qalxan.assets;

import az.qalxan.reporting.Amounts;
import az.qalxan.reporting.CleanText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the fields of this module, checked. */
final class Typed {

    /** A reason says something. */
    static final int WORDS_MIN = 10;

    static final int WORDS_MAX = 2_000;

    private static final int AMOUNT_CHARS_MAX = 30;
    private static final Pattern EXACT = Pattern.compile("[0-9]+\\.[0-9]{1,8}");

    private Typed() {}

    static ProblemFound wrong(String field, String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }

    static String words(String field, String typed) {
        return text(field, typed, WORDS_MIN, WORDS_MAX);
    }

    static String text(String field, String typed, int charsMin, int charsMax) {
        String clean = CleanText.of(typed);
        if (clean.length() < charsMin || clean.length() > charsMax) {
            throw wrong(field, "case.wrong.words", clean.length(), charsMin, charsMax);
        }
        return clean;
    }

    /** An amount above nothing and up to {@link Money#AMOUNT_MAX}; empty for anything else. */
    static Optional<Money> money(String amount, String currency) {
        String code = currency.strip().toUpperCase(Locale.ROOT);
        BigDecimal read = amount(amount.strip());
        if (read == null
                || read.signum() <= 0
                || read.compareTo(Money.AMOUNT_MAX) > 0
                || !Money.isCurrency(code)
                || read.stripTrailingZeros().scale() > Money.decimals(code)) {
            return Optional.empty();
        }
        return Optional.of(new Money(read, code));
    }

    /** As people write it; what a chain writes with more than two decimals needs a point. */
    private static @Nullable BigDecimal amount(String text) {
        if (text.length() > AMOUNT_CHARS_MAX) {
            return null;
        }
        BigDecimal usual = Amounts.read(text);
        return usual == null && EXACT.matcher(text).matches() ? new BigDecimal(text) : usual;
    }

    static Money moneyIn(String field, String amount, String currency) {
        return money(amount, currency)
                .orElseThrow(() -> wrong(field, "assets.wrong.amount", amount, currency));
    }

    /** What a date field of a page gives, where the country's clocks stand; null for blank. */
    static @Nullable Instant moment(String field, String typed, ZoneId zone) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw wrong(field, "assets.wrong.moment", typed);
        }
    }
}
