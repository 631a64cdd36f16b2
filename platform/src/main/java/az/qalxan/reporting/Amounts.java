package az.qalxan.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as people write them: {@code 2300}, {@code 2 300,50}, {@code 2,300.50}. */
public final class Amounts {

    private static final int CHARS_MAX = 24;
    private static final Pattern PLAIN = Pattern.compile("[0-9]+([.,][0-9]{1,2})?");
    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}([.,][0-9]{3})+([.,][0-9]{1,2})?");

    private Amounts() {}

    /** The amount with two decimals; null when it cannot be read in one way only. */
    public static @Nullable BigDecimal read(String text) {
        String bare = text.replaceAll("[\\s\\u00a0\\u202f']", "");
        if (bare.length() > CHARS_MAX) {
            return null;
        }
        if (PLAIN.matcher(bare).matches()) {
            return new BigDecimal(bare.replace(',', '.')).setScale(2, RoundingMode.UNNECESSARY);
        }
        return GROUPED.matcher(bare).matches() ? grouped(bare) : null;
    }

    private static @Nullable BigDecimal grouped(String bare) {
        int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        boolean decimals = bare.length() - last - 1 < 3;
        char group = bare.charAt(firstSign(bare));
        String whole = decimals ? bare.substring(0, last) : bare;
        if (decimals && bare.charAt(last) == group
                || whole.chars().anyMatch(c -> other(c, group))) {
            return null;
        }
        String digits = whole.replace(String.valueOf(group), "");
        return new BigDecimal(decimals ? digits + "." + bare.substring(last + 1) : digits)
                .setScale(2, RoundingMode.UNNECESSARY);
    }

    private static boolean other(int sign, char group) {
        return (sign == '.' || sign == ',') && sign != group;
    }

    private static int firstSign(String bare) {
        int dot = bare.indexOf('.');
        int comma = bare.indexOf(',');
        return dot < 0 ? comma : comma < 0 ? dot : Math.min(dot, comma);
    }
}
