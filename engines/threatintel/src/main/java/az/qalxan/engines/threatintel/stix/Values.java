package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What values of the simple types must be like. */
final class Values {

    private static final BigInteger INTEGER_MAX = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);
    private static final int MILLISECOND_DIGITS = 3;

    private Values() {}

    static void string(JsonNode value, Place place, Judging judging) {
        text(value, place, judging);
    }

    /** The text; null, and a finding, when it is none. */
    static @Nullable String text(JsonNode value, Place place, Judging judging) {
        if (value.isString()) {
            return value.asString();
        }
        wrong("a string", value, place, judging);
        return null;
    }

    static void wrong(String wanted, JsonNode value, Place place, Judging judging) {
        if (value.isNull()) {
            judging.broken(StixRule.NULL_VALUE, place, "null stands for nothing: leave it out");
        } else {
            String found = value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
            judging.brokenHere(
                    StixRule.WRONG_TYPE, place, "%s is wanted, not %s".formatted(wanted, found));
        }
    }

    static void bool(JsonNode value, Place place, Judging judging) {
        if (!value.isBoolean()) {
            wrong("true or false", value, place, judging);
        }
    }

    static void object(JsonNode value, Place place, Judging judging) {
        if (!value.isObject()) {
            wrong("an object", value, place, judging);
        }
    }

    static void timestamp(JsonNode value, Place place, Judging judging) {
        moment(value, place, judging);
    }

    static Optional<StixTimestamp> moment(JsonNode value, Place place, Judging judging) {
        String text = text(value, place, judging);
        if (text == null) {
            return Optional.empty();
        }
        Optional<StixTimestamp> moment = StixTimestamp.of(text);
        if (moment.isEmpty()) {
            judging.broken(
                    StixRule.TIMESTAMP,
                    place,
                    quoted(text) + " is no timestamp like 2026-11-28T04:05:06.789Z");
        }
        return moment;
    }

    /** §3.2: created and modified tell at least the millisecond. */
    static void preciseTimestamp(JsonNode value, Place place, Judging judging) {
        Optional<StixTimestamp> moment = moment(value, place, judging);
        if (moment.isPresent() && moment.get().digits() < MILLISECOND_DIGITS) {
            judging.broken(
                    StixRule.TIMESTAMP_PRECISION,
                    place,
                    "at least three digits of the second are wanted");
        }
    }

    static ValueRule integer(@Nullable Long min, @Nullable Long max) {
        return (value, place, judging) -> {
            BigInteger number = integer(value);
            if (number == null) {
                wrong("a whole number", value, place, judging);
            } else if (number.abs().compareTo(INTEGER_MAX) > 0
                    || min != null && number.compareTo(BigInteger.valueOf(min)) < 0
                    || max != null && number.compareTo(BigInteger.valueOf(max)) > 0) {
                judging.brokenHere(
                        StixRule.OUT_OF_RANGE, place, number + " is not" + range(min, max));
            }
        };
    }

    /** The whole number, also when it is written with a point and zeros. */
    static @Nullable BigInteger integer(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        if (!value.isNumber()) {
            return null;
        }
        BigDecimal number = value.decimalValue();
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole && number.precision() - number.scale() < 400 ? number.toBigInteger() : null;
    }

    private static String range(@Nullable Long min, @Nullable Long max) {
        String from = min == null ? "" : " at least " + min;
        return from + (max == null ? " within its range" : " and at most " + max);
    }

    static ValueRule number(@Nullable Long min, @Nullable Long max) {
        return (value, place, judging) -> {
            if (!value.isNumber()) {
                wrong("a number", value, place, judging);
                return;
            }
            BigDecimal number = value.decimalValue();
            if (min != null && number.compareTo(BigDecimal.valueOf(min)) < 0
                    || max != null && number.compareTo(BigDecimal.valueOf(max)) > 0) {
                judging.brokenHere(
                        StixRule.OUT_OF_RANGE, place, number + " is not" + range(min, max));
            }
        };
    }

    /** A text of a form that the type itself demands. */
    static ValueRule written(StixRule rule, Predicate<String> form, String what) {
        return (value, place, judging) -> {
            String text = text(value, place, judging);
            if (text != null && !form.test(text)) {
                judging.broken(rule, place, quoted(text) + " is not " + what);
            }
        };
    }

    /** A text of a form that the property demands, unless it is written so as not to be used. */
    static ValueRule formed(Predicate<String> form, String what) {
        return (value, place, judging) -> {
            String text = text(value, place, judging);
            if (text != null && !form.test(text) && !judging.defanged()) {
                judging.brokenHere(StixRule.FORMAT, place, quoted(text) + " is not " + what);
            }
        };
    }

    static ValueRule list(ValueRule element) {
        return (value, place, judging) -> {
            if (!value.isArray()) {
                wrong("a list", value, place, judging);
                return;
            }
            if (value.isEmpty()) {
                judging.broken(StixRule.EMPTY_LIST, place, "an empty list: leave it out");
            }
            int index = 0;
            for (JsonNode one : value) {
                element.judge(one, place.element(index++), judging);
            }
        };
    }
}
