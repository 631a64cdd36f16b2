package az.qalxan.assets;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount of one currency, never negative.
 *
 * @param amount with as many decimals as the currency has
 * @param currency ISO 4217, or a crypto-currency's ticker such as USDT
 */
@JsonIncludeProperties({"amount", "currency"})
public record Money(BigDecimal amount, String currency) {

    /** The largest single transfer or freeze: as large as a reported loss may be. */
    public static final BigDecimal AMOUNT_MAX = new BigDecimal("100000000000");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{3,5}");
    private static final int CHAIN_DECIMALS = 8;
    private static final int DECIMALS_MIN = 2;

    private static final Map<String, Integer> DECIMALS = decimals();

    public Money {
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("not a currency's code: " + currency);
        }
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > decimals(currency)) {
            throw new IllegalArgumentException("no amount of " + currency + ": " + amount);
        }
        amount = amount.setScale(decimals(currency), RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    static Money none(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    static boolean isCurrency(String code) {
        return CURRENCY.matcher(code).matches();
    }

    /** Decimals of a currency: two or more by ISO 4217, eight for what is on a chain. */
    static int decimals(String currency) {
        return DECIMALS.getOrDefault(currency, CHAIN_DECIMALS);
    }

    private static Map<String, Integer> decimals() {
        Set<Currency> known = Currency.getAvailableCurrencies();
        return known.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Currency::getCurrencyCode,
                                one -> Math.max(DECIMALS_MIN, one.getDefaultFractionDigits())));
    }

    /** As a field of a form wants it: a point, and no more decimals than needed. */
    String plain() {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < DECIMALS_MIN
                        ? bare.setScale(DECIMALS_MIN, RoundingMode.UNNECESSARY)
                        : bare)
                .toPlainString();
    }

    public boolean isNone() {
        return amount.signum() == 0;
    }

    Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /**
     * What is left.
     *
     * @throws IllegalArgumentException when {@code other} is more or another currency
     */
    Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    boolean isMoreThan(Money other) {
        return amount.compareTo(same(other).amount) > 0;
    }

    Money least(Money other) {
        return isMoreThan(other) ? other : this;
    }

    /** The amount in the currency's smallest units. */
    BigInteger units() {
        return amount.unscaledValue();
    }

    static Money ofUnits(BigInteger units, String currency) {
        return new Money(new BigDecimal(units, decimals(currency)), currency);
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(
                    "currencies are never added: " + currency + " and " + other.currency);
        }
        return other;
    }
}
