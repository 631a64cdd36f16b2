package az.qalxan.strategy.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Which way is better. */
public enum Direction {
    UP,
    DOWN,
    /** Neither: it is to stay near its target. */
    KEEP;

    /** How far from its target something may be that is to stay there. */
    private static final BigDecimal NEAR = new BigDecimal("0.05");

    /** The name in files and tables; message key {@code indicator.direction.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Direction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the value is where it is to be. */
    public boolean reaches(BigDecimal value, BigDecimal target) {
        return switch (this) {
            case UP -> value.compareTo(target) >= 0;
            case DOWN -> value.compareTo(target) <= 0;
            case KEEP -> value.subtract(target).abs().compareTo(target.abs().multiply(NEAR)) <= 0;
        };
    }

    /** How the later mean compares with the earlier one: better, worse, same or changed. */
    String trend(BigDecimal before, BigDecimal now) {
        BigDecimal change = now.subtract(before);
        BigDecimal felt = before.abs().multiply(new BigDecimal("0.02"));
        if (change.abs().setScale(6, RoundingMode.HALF_UP).compareTo(felt) <= 0) {
            return "same";
        }
        return switch (this) {
            case UP -> change.signum() > 0 ? "better" : "worse";
            case DOWN -> change.signum() < 0 ? "better" : "worse";
            case KEEP -> "changed";
        };
    }
}
