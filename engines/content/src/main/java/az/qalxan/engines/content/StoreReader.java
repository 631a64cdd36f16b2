package az.qalxan.engines.content;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** A database of SQLite: whose it is, what happened when, and the texts of its rows. */
final class StoreReader implements PartReader {

    private static final int LOOKUP_MAX = 200_000;
    private static final int LOOKUP_CHARS_MAX = 500;
    private static final int TEXT_MIN = 4;
    private static final int TEXT_MAX = 10_000;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        SqliteFile file = new SqliteFile(source);
        draft.field("database.tables", String.valueOf(file.tables().size()));
        draft.field("database.names", names(file));
        Optional<Stores.Store> store = Stores.of(file);
        if (store.isPresent()) {
            draft.type(store.get().type());
            for (Stores.Rule rule : store.get().rules()) {
                if (file.tables().containsKey(rule.from())) {
                    moments(file, rule, draft, reading);
                }
            }
        }
        texts(file, draft);
    }

    private static String names(SqliteFile file) {
        StringJoiner names = new StringJoiner(", ");
        file.tables().values().forEach(table -> names.add(table.name()));
        return names.toString();
    }

    private static void moments(SqliteFile file, Stores.Rule rule, PartDraft draft, Reading reading)
            throws IOException {
        Map<String, Map<Long, Map<String, Object>>> lookups = lookups(file, rule, draft);
        try {
            file.rows(
                    java.util.Objects.requireNonNull(file.tables().get(rule.from())),
                    row -> {
                        moment(new Joined(row, rule, lookups), rule, draft, reading);
                        return true;
                    });
        } catch (SinkFailed e) {
            throw e;
        } catch (IOException | ArithmeticException e) {
            draft.flaw(Flaw.DAMAGED);
        }
    }

    private static void moment(Joined row, Stores.Rule rule, PartDraft draft, Reading reading)
            throws IOException {
        if (!(row.get(rule.at()) instanceof Number number)) {
            return;
        }
        Optional<Instant> at = Dates.of(rule.epoch(), number.doubleValue());
        if (number instanceof Long whole && !rule.epoch().equals("cocoa")) {
            at = Dates.of(rule.epoch(), whole);
        }
        if (at.isPresent()) {
            StringJoiner shown = new StringJoiner(" | ");
            for (String column : rule.show()) {
                String value = String.valueOf(row.get(column));
                if (!value.isEmpty()) {
                    shown.add(value);
                }
            }
            String user = rule.user().isEmpty() ? "" : String.valueOf(row.get(rule.user()));
            reading.moment(
                    draft,
                    at.get(),
                    new Reading.Happening(rule.what(), shown.toString(), user, ""),
                    false);
        }
    }

    /** A row together with the rows that it names. */
    private record Joined(
            SqliteRow row, Stores.Rule rule, Map<String, Map<Long, Map<String, Object>>> lookups) {

        Object get(String name) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                return row.get(name);
            }
            String table = name.substring(0, dot);
            for (Map.Entry<String, String> join : rule.join().entrySet()) {
                if (join.getValue().equals(table) && get(join.getKey()) instanceof Long key) {
                    return lookups.getOrDefault(table, Map.of())
                            .getOrDefault(key, Map.of())
                            .getOrDefault(name.substring(dot + 1), "");
                }
            }
            return "";
        }
    }

    /** The rows of joined tables, only the columns that the rule asks for. */
    private static Map<String, Map<Long, Map<String, Object>>> lookups(
            SqliteFile file, Stores.Rule rule, PartDraft draft) throws IOException {
        Set<String> names = new LinkedHashSet<>(rule.show());
        names.add(rule.at());
        names.add(rule.user());
        names.addAll(rule.join().keySet());
        Map<String, Map<Long, Map<String, Object>>> lookups = new HashMap<>();
        for (String table : rule.join().values()) {
            SqliteTable known = file.tables().get(table);
            if (known != null) {
                lookups.put(table, lookup(file, known, names, draft));
            }
        }
        return lookups;
    }

    private static Map<Long, Map<String, Object>> lookup(
            SqliteFile file, SqliteTable table, Set<String> names, PartDraft draft)
            throws IOException {
        String prefix = table.name().toLowerCase(java.util.Locale.ROOT) + ".";
        Map<Long, Map<String, Object>> rows = new HashMap<>();
        try {
            file.rows(
                    table,
                    row -> {
                        Map<String, Object> kept = new HashMap<>();
                        for (String name : names) {
                            if (name.startsWith(prefix)) {
                                String column = name.substring(prefix.length());
                                kept.put(column, shortened(row.get(column)));
                            }
                        }
                        rows.put(row.number(), kept);
                        return rows.size() < LOOKUP_MAX;
                    });
        } catch (IOException | ArithmeticException e) {
            draft.flaw(Flaw.DAMAGED);
        }
        return rows;
    }

    private static Object shortened(Object value) {
        return value instanceof String text && text.length() > LOOKUP_CHARS_MAX
                ? text.substring(0, LOOKUP_CHARS_MAX)
                : value;
    }

    /** The texts of every row of every table, a line each, as far as there is room. */
    private static void texts(SqliteFile file, PartDraft draft) throws IOException {
        for (SqliteTable table : file.tables().values()) {
            if (table.name().startsWith("sqlite_")) {
                continue;
            }
            try {
                if (!file.rows(table, row -> draft.text(line(row)))) {
                    return;
                }
            } catch (IOException | ArithmeticException e) {
                draft.field("database.unread", table.name());
            }
        }
    }

    private static String line(SqliteRow row) {
        StringJoiner line = new StringJoiner(" | ");
        for (Object value : row.values()) {
            if (value instanceof String text && text.length() >= TEXT_MIN) {
                line.add(text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text);
            }
        }
        return line.toString();
    }
}
