package az.qalxan.engines.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds routes by the bytes of an event's channel and number, without making texts of them. */
final class RouteCache<R> {

    private static final int SIZE = 1 << 12;
    private static final int KEPT_MAX = SIZE / 2;

    private final @Nullable Entry<R>[] entries = RouteCache.<R>none();
    private int kept;

    private record Entry<R>(byte[] key, R route) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <R> @Nullable Entry<R>[] none() {
        return new Entry[SIZE];
    }

    /** The route of the key that the bytes are, or null. */
    @Nullable R get(byte[] key, int length) {
        Entry<R> entry = entries[place(key, length)];
        return entry == null ? null : entry.route();
    }

    /** Keeps a route while there is room; then events of new kinds only take longer. */
    void put(byte[] key, int length, R route) {
        if (kept < KEPT_MAX) {
            kept++;
            entries[place(key, length)] = new Entry<>(Arrays.copyOf(key, length), route);
        }
    }

    private int place(byte[] key, int length) {
        int at = EightBytes.hash(key, 0, length) & (SIZE - 1);
        while (entries[at] != null
                && !Arrays.equals(entries[at].key(), 0, entries[at].key().length, key, 0, length)) {
            at = (at + 1) & (SIZE - 1);
        }
        return at;
    }
}
