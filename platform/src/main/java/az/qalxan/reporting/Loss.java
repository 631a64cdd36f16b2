package az.qalxan.reporting;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the reporter lost.
 *
 * @param amount more than nothing, at most {@link #AMOUNT_MAX}, two decimals
 * @param currency ISO 4217, or a common crypto-currency's ticker such as USDT
 * @param paidHow the code of a way of paying; empty when not said
 */
public record Loss(BigDecimal amount, String currency, String paidHow) {

    /** One hundred billion: more than any report so far, less than the column holds. */
    public static final BigDecimal AMOUNT_MAX = new BigDecimal("100000000000");

    public Loss {
        Objects.requireNonNull(paidHow, "paidHow");
        if (amount.signum() <= 0 || amount.compareTo(AMOUNT_MAX) > 0) {
            throw new IllegalArgumentException("an amount above 0 and up to 10^11, not " + amount);
        }
        if (currency.length() < 3 || currency.length() > 5) {
            throw new IllegalArgumentException("not a currency's code: " + currency);
        }
    }
}
