import java.util.Arrays;

/** Times in nanoseconds and their quantiles in milliseconds. */
final class Latencies {

    private long[] times = new long[1 << 16];
    private int count;

    synchronized void add(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = nanos;
    }

    synchronized int count() {
        return count;
    }

    synchronized double quantile(double share) {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return count == 0
                ? Double.NaN
                : sorted[Math.min(count - 1, (int) Math.ceil(share * count) - 1)] / 1e6;
    }
}
