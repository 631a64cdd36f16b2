package az.qalxan.engines.content;

import java.util.ArrayList;
import java.util.List;

/** A row: whole numbers, fractions and texts; what is neither reads as an empty text. */
final class SqliteRow {

    private final SqliteTable table;
    private final long number;
    private final List<Object> values = new ArrayList<>();

    SqliteRow(SqliteTable table, long number) {
        this.table = table;
        this.number = number;
    }

    void add(Object value) {
        values.add(value);
    }

    long number() {
        return number;
    }

    List<Object> values() {
        return values;
    }

    /** The value of a column named in small letters; an empty text where there is none. */
    Object get(String column) {
        int at = table.columns().indexOf(column);
        if (at >= 0 && at == table.rowid()) {
            return number;
        }
        return at < 0 || at >= values.size() ? "" : values.get(at);
    }
}
