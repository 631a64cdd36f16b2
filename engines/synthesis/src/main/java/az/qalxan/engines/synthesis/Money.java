package az.qalxan.engines.synthesis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sum that was lost or asked for.
 *
 * @param hundredths the sum in hundredths of the currency
 * @param currency AZN, USD, EUR or USDT
 */
record Money(long hundredths, String currency) {

    private static final String[] MANAT_AZ = {" manat", " AZN", " manat", " azn", " man"};
    private static final String[] MANAT_RU = {" манатов", " AZN", " манат", " ман"};
    private static final long HUNDREDTHS_MIN = 500;
    private static final long HUNDREDTHS_MAX = 200_000_000;
    private static final double MANAT_PER_UNIT = 1.7;
    private static final double EXACT_SHARE = 0.16;

    /** Draws a sum around the median of the crime. */
    static Money of(Crime crime, Dice dice) {
        Crime.Damage damage = crime.damage();
        String currency = currency(damage.way(), dice);
        double units = dice.logNormal(damage.median(), damage.sigma());
        double inCurrency = currency.equals("AZN") ? units : units / MANAT_PER_UNIT;
        long hundredths =
                Math.clamp((long) (inCurrency * 100), HUNDREDTHS_MIN, HUNDREDTHS_MAX);
        return new Money(
                dice.chance(EXACT_SHARE) ? hundredths : rounded(hundredths), currency);
    }

    private static String currency(String way, Dice dice) {
        double lot = dice.unit();
        if (way.equals("crypto")) {
            return lot < 0.62 ? "USDT" : lot < 0.9 ? "USD" : "AZN";
        }
        return lot < 0.93 ? "AZN" : lot < 0.98 ? "USD" : "EUR";
    }

    /** People pay and remember round sums. */
    private static long rounded(long hundredths) {
        long step = hundredths < 20_000 ? 500 : hundredths < 200_000 ? 1_000 : 10_000;
        return Math.max(step, hundredths / step * step);
    }

    BigDecimal amount() {
        return BigDecimal.valueOf(hundredths, 2).setScale(2, RoundingMode.UNNECESSARY);
    }

    /** As somebody writes it in a story. */
    String written(Tongue tongue, Dice dice) {
        long cents = hundredths % 100;
        String digits = whole(hundredths / 100, dice);
        String sum = cents == 0 ? digits : digits + "." + Digits.padded(cents, 2);
        return sum + unit(tongue, dice);
    }

    private static String whole(long units, Dice dice) {
        boolean spaced = units >= 1_000 && dice.chance(0.3);
        return spaced ? units / 1_000 + " " + Digits.padded(units % 1_000, 3) : "" + units;
    }

    private String unit(Tongue tongue, Dice dice) {
        if (!currency.equals("AZN")) {
            return " " + currency;
        }
        return switch (tongue) {
            case AZ, TR -> MANAT_AZ[dice.below(MANAT_AZ.length)];
            case RU -> MANAT_RU[dice.below(MANAT_RU.length)];
            case EN -> dice.chance(0.7) ? " AZN" : " manat";
        };
    }
}
