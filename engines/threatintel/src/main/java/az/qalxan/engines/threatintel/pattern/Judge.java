package az.qalxan.engines.threatintel.pattern;

import az.qalxan.engines.detection.TextExpression;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one value by the operator and the constant of a comparison. */
sealed interface Judge {

    /** What came of it. */
    enum Outcome {
        PASSES,
        FAILS,

        /** The kinds have no order, so that even the negated comparison fails. */
        UNORDERED,

        /** The value is not what the constant makes it, such as a timestamp of another form. */
        UNFIT;

        static Outcome of(boolean passes) {
            return passes ? PASSES : FAILS;
        }
    }

    Outcome judge(Selected value);

    /** Equals one of some keys; those of timestamps make a text a timestamp. */
    record Among(Set<Object> keys, boolean moments) implements Judge {

        public Among {
            keys = Set.copyOf(keys);
        }

        @Override
        public Outcome judge(Selected value) {
            if (moments && value.isText()) {
                Instant instant = Moments.read(value.text());
                return instant == null ? Outcome.UNFIT : Outcome.of(keys.contains(instant));
            }
            Object key = ValueKey.of(value);
            return Outcome.of(key != null && keys.contains(key));
        }
    }

    /** Differs from a constant. */
    record Unlike(Among same) implements Judge {

        @Override
        public Outcome judge(Selected value) {
            return switch (same.judge(value)) {
                case PASSES -> Outcome.FAILS;
                case FAILS -> Outcome.PASSES;
                case UNORDERED, UNFIT -> Outcome.UNFIT;
            };
        }
    }

    /** Stands in an order to a constant. */
    record Ordered(TokenKind operator, Constant constant) implements Judge {

        @Override
        public Outcome judge(Selected value) {
            return switch (constant) {
                case Constant.Number number ->
                        value.isNumber()
                                ? order(value.number().compareTo(number.number()))
                                : Outcome.UNORDERED;
                case Constant.Moment moment -> order(value, moment.instant());
                case Constant.Text text -> order(value, text.text());
                case Constant.Octets octets -> order(value, octets.octets());
                case Constant.Truth ignored -> Outcome.UNORDERED;
            };
        }

        private Outcome order(Selected value, Instant instant) {
            if (!value.isText()) {
                return Outcome.UNORDERED;
            }
            Instant moment = Moments.read(value.text());
            return moment == null ? Outcome.UNFIT : order(moment.compareTo(instant));
        }

        private Outcome order(Selected value, String text) {
            byte[] octets = value.octets();
            if (octets != null) {
                return Texts.isLatin(text)
                        ? order(Arrays.compareUnsigned(octets, Texts.latin(text)))
                        : Outcome.FAILS;
            }
            return value.isText() ? order(Texts.compare(value.text(), text)) : Outcome.UNORDERED;
        }

        private Outcome order(Selected value, byte[] constantOctets) {
            byte[] octets = value.octets();
            if (octets != null) {
                return order(Arrays.compareUnsigned(octets, constantOctets));
            }
            if (!value.isText()) {
                return Outcome.UNORDERED;
            }
            return Texts.isLatin(value.text())
                    ? order(Arrays.compareUnsigned(Texts.latin(value.text()), constantOctets))
                    : Outcome.FAILS;
        }

        private Outcome order(int comparison) {
            return Outcome.of(
                    switch (operator) {
                        case LESS -> comparison < 0;
                        case LESS_OR_EQUAL -> comparison <= 0;
                        case GREATER -> comparison > 0;
                        default -> comparison >= 0;
                    });
        }
    }

    /** Is like a text with {@code %} and {@code _}. */
    record Like(LikeText like) implements Judge {

        @Override
        public Outcome judge(Selected value) {
            String text = normalised(value);
            return Outcome.of(text != null && like.fits(text));
        }
    }

    /** Has something in it that a regular expression fits. */
    record Matches(TextExpression expression) implements Judge {

        @Override
        public Outcome judge(Selected value) {
            String text = normalised(value);
            return Outcome.of(text != null && expression.finds(text));
        }
    }

    /** Is an address or network inside of another, or around it. */
    record Networks(Network network, boolean inside) implements Judge {

        @Override
        public Outcome judge(Selected value) {
            if (!value.isText()) {
                return Outcome.FAILS;
            }
            Network other = Network.read(value.text());
            if (other == null) {
                return Outcome.UNFIT;
            }
            return Outcome.of(inside ? network.contains(other) : other.contains(network));
        }
    }

    /** The text in normal form, or the octets as code points; null where it is neither. */
    static @Nullable String normalised(Selected value) {
        byte[] octets = value.octets();
        if (octets != null) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
        return value.isText() ? Normalizer.normalize(value.text(), Normalizer.Form.NFC) : null;
    }
}
