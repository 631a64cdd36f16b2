package az.qalxan.transmission;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: twice as long each time, within bounds, spread out. */
public final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** Each pause is stretched or cut by up to this share, so that many do not call at once. */
    private static final double SPREAD = 0.25;

    private static final int DOUBLINGS_MAX = 12;

    private Backoff() {}

    /** The pause after that many failed attempts. */
    public static Duration pause(int failed, RandomGenerator random) {
        long millis = FIRST.toMillis() << Math.min(failed, DOUBLINGS_MAX);
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * factor));
    }
}
