package az.qalxan.series;

import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as one array per column, so that one statement takes one row or thousands. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] text(
            Collection<T> rows, Function<? super T, ? extends @Nullable Object> cell) {
        @Nullable String[] column = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            @Nullable Object value = cell.apply(row);
            column[i++] = value == null ? null : value.toString();
        }
        return column;
    }

    /** For {@code cast(… as uuid[])}. */
    static @Nullable String[] ids(Collection<UUID> ids) {
        return text(ids, UUID::toString);
    }

    /** For {@code cast(… as bigint[])}. */
    static Long[] keys(Collection<Long> keys) {
        return keys.toArray(Long[]::new);
    }

    /** As {@link #array(long[])}. */
    static String array(int[] values) {
        return array(Arrays.stream(values).asLongStream().toArray());
    }

    /** An array of PostgreSQL in words, for a column of arrays. */
    static String array(long[] values) {
        StringBuilder text = new StringBuilder("{");
        for (long value : values) {
            text.append(text.length() > 1 ? "," : "").append(value);
        }
        return text.append('}').toString();
    }
}
