package az.qalxan.exchange.knowledge;

import java.time.Duration;
import java.time.Instant;

/**
 * What an indicator is still worth, with the terms of which it follows: {@code base × (1 −
 * (t/τ)^(1/δ))}, the polynomial of the decaying models of MISP.
 *
 * @param base what it was worth when it was last known to hold, from 0 until 100
 * @param since when that was
 * @param days how long ago that is (t)
 * @param lifetimeDays after how many days it is worth nothing (τ)
 * @param speed how late it loses most (δ)
 * @param score what is left, from 0 until 100
 */
record Decay(
        int base,
        boolean baseSaid,
        Instant since,
        double days,
        int lifetimeDays,
        double speed,
        int score) {

    private static final double DAY_SECONDS = 86_400;

    /**
     * How long values of a kind are worth something.
     *
     * @param days τ
     * @param speed δ
     */
    record Pace(int days, double speed) {}

    static Decay of(int base, boolean baseSaid, Instant since, Instant now, Pace pace) {
        double days = Math.max(0, Duration.between(since, now).toSeconds() / DAY_SECONDS);
        double gone = Math.min(1, days / pace.days());
        double left = base * (1 - Math.pow(gone, 1 / pace.speed()));
        return new Decay(
                base, baseSaid, since, days, pace.days(), pace.speed(), (int) Math.round(left));
    }
}
