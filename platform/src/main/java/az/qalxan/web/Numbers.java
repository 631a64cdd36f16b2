package az.qalxan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How a language writes numbers: groups of three and the decimal sign. */
record Numbers(char group, char decimal) {

    static Numbers of(Language language) {
        return switch (language) {
            case AZ -> new Numbers('\u202f', ',');
            case EN -> new Numbers(',', '.');
        };
    }

    String whole(long value) {
        return format("#,##0").format(value);
    }

    String decimal(BigDecimal value, int decimals) {
        DecimalFormat format = format("#,##0." + "0".repeat(decimals));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(group);
        symbols.setDecimalSeparator(decimal);
        return new DecimalFormat(pattern, symbols);
    }
}
