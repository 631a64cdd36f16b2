package az.qalxan.engines.threatintel.pattern;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A constant of a pattern (STIX 2.1 §9.2). */
sealed interface Constant {

    /** Equal constants, and they only, have equal keys (see {@link ValueKey}). */
    Object key();

    record Text(String text) implements Constant {

        @Override
        public Object key() {
            return text;
        }
    }

    record Octets(byte[] octets) implements Constant {

        /** A text of code points below U+0100 equals the octets that it maps to. */
        @Override
        public Object key() {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }

    record Number(BigDecimal number) implements Constant {

        @Override
        public Object key() {
            return ValueKey.ofNumber(number);
        }
    }

    record Truth(boolean value) implements Constant {

        @Override
        public Object key() {
            return value;
        }
    }

    record Moment(Instant instant) implements Constant {

        @Override
        public Object key() {
            return instant;
        }
    }
}
