package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.List;

/** When each observation happened and how often, in ticks of 100 nanoseconds. */
final class Times {

    static final long NEVER = Long.MIN_VALUE / 2;

    private static final int TICK_NANOS = 100;
    private static final long TICKS_SECOND = 1_000_000_000L / TICK_NANOS;

    private final long[] first;
    private final long[] last;
    private final long[] number;
    private final long total;

    Times(List<Observation> observations) {
        int size = observations.size();
        first = new long[size];
        last = new long[size];
        number = new long[size];
        long sum = 0;
        for (int i = 0; i < size; i++) {
            Observation observation = observations.get(i);
            first[i] = ticks(observation.first());
            last[i] = ticks(observation.last());
            number[i] = Math.min(observation.number(), Long.MAX_VALUE / 4 / size);
            sum += number[i];
        }
        total = sum;
    }

    static long ticks(Instant instant) {
        return instant.getEpochSecond() * TICKS_SECOND + instant.getNano() / TICK_NANOS;
    }

    static long ticks(long nanos) {
        return nanos / TICK_NANOS;
    }

    int size() {
        return first.length;
    }

    long first(int observation) {
        return first[observation];
    }

    long last(int observation) {
        return last[observation];
    }

    long number(int observation) {
        return number[observation];
    }

    long total() {
        return total;
    }
}
