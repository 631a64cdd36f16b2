package az.qalxan.strategy.ranking;

import org.jspecify.annotations.Nullable;

/** A score that our evidence lets us expect. */
sealed interface Estimate {

    /** By which weights a single figure was worked out where the real ones are not known. */
    enum Assumption {
        /** Weights that somebody recalls. */
        RECALLED,
        /** As if all questions without a known weight counted the same. */
        EQUAL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What it would be under an assumption; never the score itself. */
    record Assumed(double value, Assumption assumption) {}

    /** What it would be under an assumption; null where it is exact or nothing can be assumed. */
    @Nullable Assumed assumed();

    /**
     * Between two bounds, which are the same where every weight is known.
     *
     * @param of the highest that can be reached
     */
    record Range(double low, double high, double of, @Nullable Assumed assumed)
            implements Estimate {

        private static final double SAME = 0.005;

        public Range {
            if (!(low <= high) || high > of + SAME) {
                throw new IllegalArgumentException("no range: " + low + ".." + high + " of " + of);
            }
        }

        boolean exact() {
            return high - low < SAME;
        }

        boolean holds(double published) {
            return published >= low - SAME && published <= high + SAME;
        }
    }

    /**
     * Nothing can be said.
     *
     * @param reason message key {@code ranking.unknown.<reason>}
     */
    record Unknown(String reason, @Nullable Assumed assumed) implements Estimate {}

    /** The one figure by which it can be put in order: exact, else assumed; null without one. */
    default @Nullable Double figure() {
        return switch (this) {
            case Range range when range.exact() -> range.low();
            case Range range -> range.assumed() == null ? null : range.assumed().value();
            case Unknown unknown -> unknown.assumed() == null ? null : unknown.assumed().value();
        };
    }
}
