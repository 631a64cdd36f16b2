package az.qalxan.engines.content;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of an SQLite database, read page by page and never run: views, triggers and whatever
 * else a hostile schema holds mean nothing here. Only what the file itself says; no log beside it.
 */
final class SqliteFile {

    private static final int DEPTH_MAX = 24;
    private static final int PAYLOAD_MAX = 1 << 18;
    private static final int TABLES_MAX = 2_000;
    private static final int PAGES_MAX = 1 << 24;

    private final Source source;
    private final int pageSize;
    private final int usable;
    private final Charset letters;
    private final Map<String, SqliteTable> tables = new LinkedHashMap<>();

    SqliteFile(Source source) throws IOException {
        this.source = source;
        byte[] header = source.read(0, 100);
        if (header.length < 100) {
            throw new IOException("no whole header");
        }
        int size = u16(header, 16);
        this.pageSize = size == 1 ? 1 << 16 : size;
        this.usable = pageSize - (header[20] & 0xff);
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw new IOException("no page size of SQLite");
        }
        this.letters =
                switch ((int) u32(header, 56)) {
                    case 2 -> StandardCharsets.UTF_16LE;
                    case 3 -> StandardCharsets.UTF_16BE;
                    default -> StandardCharsets.UTF_8;
                };
        schema();
    }

    /** The tables by their names in small letters. */
    Map<String, SqliteTable> tables() {
        return tables;
    }

    private void schema() throws IOException {
        SqliteTable master =
                new SqliteTable(
                        "sqlite_schema",
                        1,
                        java.util.List.of("type", "name", "tbl_name", "rootpage", "sql"),
                        -1);
        rows(
                master,
                row -> {
                    if ("table".equals(row.get("type")) && tables.size() < TABLES_MAX) {
                        String name = String.valueOf(row.get("name"));
                        String sql = String.valueOf(row.get("sql"));
                        long root = row.get("rootpage") instanceof Long page ? page : 0;
                        if (root > 0 && root < PAGES_MAX) {
                            tables.put(
                                    name.toLowerCase(Locale.ROOT),
                                    SqliteTable.of(name, (int) root, sql));
                        }
                    }
                    return tables.size() < TABLES_MAX;
                });
    }

    /** Takes rows; false to stop. */
    interface RowSink {
        boolean row(SqliteRow row) throws IOException;
    }

    /** Every row of a table by its row number; false if damage or the sink ended it early. */
    boolean rows(SqliteTable table, RowSink sink) throws IOException {
        return page(table.root(), new Walk(table, sink, new BitSet()), 0);
    }

    private record Walk(SqliteTable table, RowSink sink, BitSet seen) {}

    private boolean page(long number, Walk walk, int depth) throws IOException {
        if (number < 1
                || number > PAGES_MAX
                || depth > DEPTH_MAX
                || walk.seen().get((int) number)) {
            throw new IOException("a page that is no page of a table");
        }
        walk.seen().set((int) number);
        byte[] page = source.read((number - 1) * pageSize, pageSize);
        int start = number == 1 ? 100 : 0;
        if (page.length < pageSize) {
            throw new IOException("a page that is not whole");
        }
        return switch (page[start]) {
            case 0x0d -> leaf(page, start, walk);
            case 0x05 -> inner(page, start, walk, depth);
            default -> throw new IOException("a page of another kind");
        };
    }

    private boolean inner(byte[] page, int start, Walk walk, int depth) throws IOException {
        int cells = u16(page, start + 3);
        for (int i = 0; i < cells && start + 14 + 2 * i <= pageSize; i++) {
            int cell = u16(page, start + 12 + 2 * i);
            if (cell + 4 > pageSize || !page(u32(page, cell), walk, depth + 1)) {
                return false;
            }
        }
        return page(u32(page, start + 8), walk, depth + 1);
    }

    private boolean leaf(byte[] page, int start, Walk walk) throws IOException {
        int cells = u16(page, start + 3);
        int pointers = start + 8;
        for (int i = 0; i < cells && pointers + 2 * i + 2 <= pageSize; i++) {
            int cell = u16(page, pointers + 2 * i);
            Varints in = new Varints(page, cell);
            long size = in.next();
            long number = in.next();
            if (size < 0 || in.at() > usable) {
                throw new IOException("a cell that is no cell");
            }
            byte[] payload = payload(page, in.at(), size);
            if (!walk.sink().row(record(payload, number, walk.table()))) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a record, from its page and the pages that go on with it. */
    private byte[] payload(byte[] page, int at, long size) throws IOException {
        int local = (int) Math.min(size, Integer.MAX_VALUE);
        if (size > usable - 35) {
            int min = (usable - 12) * 32 / 255 - 23;
            long keep = min + (size - min) % (usable - 4);
            local = (int) (keep <= usable - 35 ? keep : min);
        }
        if (at + local > page.length) {
            throw new IOException("a record that leaves its page");
        }
        int wanted = (int) Math.min(size, PAYLOAD_MAX);
        byte[] all = new byte[wanted];
        int filled = Math.min(local, wanted);
        System.arraycopy(page, at, all, 0, filled);
        long next = local < size && at + local + 4 <= page.length ? u32(page, at + local) : 0;
        while (filled < wanted && next > 0) {
            byte[] more = source.read((next - 1) * pageSize, usable);
            if (more.length < 4) {
                break;
            }
            int n = Math.min(more.length - 4, wanted - filled);
            System.arraycopy(more, 4, all, filled, n);
            filled += n;
            next = u32(more, 0);
        }
        return filled == wanted ? all : java.util.Arrays.copyOf(all, filled);
    }

    private SqliteRow record(byte[] payload, long number, SqliteTable table) throws IOException {
        Varints head = new Varints(payload, 0);
        long size = head.next();
        int at = (int) Math.min(size, payload.length);
        SqliteRow row = new SqliteRow(table, number);
        while (head.at() < Math.min(size, payload.length)) {
            long type = head.next();
            int length = length(type);
            if (at > payload.length) {
                break;
            }
            row.add(value(payload, at, type, Math.min(length, payload.length - at)));
            at = Math.addExact(at, length);
        }
        return row;
    }

    private static int length(long type) {
        return switch ((int) Math.min(type, 12)) {
            case 0, 8, 9, 10, 11 -> 0;
            case 1, 2, 3, 4 -> (int) type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> (int) Math.min((type - 12) / 2, 1 << 30);
        };
    }

    private Object value(byte[] payload, int at, long type, int length) {
        if (type == 0) {
            return "";
        }
        if (type == 8 || type == 9) {
            return type - 8;
        }
        if (type >= 1 && type <= 7) {
            long number = length == 0 ? 0 : payload[at];
            for (int i = 1; i < length; i++) {
                number = number << 8 | payload[at + i] & 0xff;
            }
            return type == 7 ? (Object) Double.longBitsToDouble(number) : (Object) number;
        }
        if (type >= 13 && type % 2 == 1) {
            return new String(payload, at, length, letters);
        }
        return "";
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static long u32(byte[] bytes, int at) {
        return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    /** Numbers of one to nine bytes. */
    private static final class Varints {

        private final byte[] bytes;
        private int at;

        Varints(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int at() {
            return at;
        }

        long next() throws IOException {
            long number = 0;
            for (int i = 0; i < 9; i++) {
                if (at >= bytes.length) {
                    throw new IOException("a number that leaves its place");
                }
                int b = bytes[at++] & 0xff;
                if (i == 8) {
                    return number << 8 | b;
                }
                number = number << 7 | b & 0x7f;
                if (b < 0x80) {
                    return number;
                }
            }
            return number;
        }
    }
}
