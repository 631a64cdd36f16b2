package az.qalxan.engines.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table as its own statement describes it.
 *
 * @param root the first page
 * @param columns names in small letters, in order
 * @param rowid which column is another name of the row number; -1 for none
 */
record SqliteTable(String name, int root, List<String> columns, int rowid) {

    private static final int COLUMNS_MAX = 500;
    private static final int SQL_MAX = 100_000;
    private static final Set<String> CONSTRAINTS =
            Set.of("constraint", "primary", "unique", "check", "foreign");

    static SqliteTable of(String name, int root, String sql) {
        List<String> columns = new ArrayList<>();
        int rowid = -1;
        for (String definition : definitions(sql)) {
            String column = first(definition);
            String rest = definition.strip();
            rest = rest.substring(Math.min(rest.length(), quotedLength(rest)));
            if (CONSTRAINTS.contains(column) && !isQuoted(definition)) {
                continue;
            }
            String type = rest.strip().toLowerCase(Locale.ROOT);
            if (type.startsWith("integer") && type.contains("primary key")) {
                rowid = columns.size();
            }
            columns.add(column);
        }
        return new SqliteTable(name, root, List.copyOf(columns), rowid);
    }

    boolean has(List<String> wanted) {
        return wanted.stream().allMatch(column -> columns.contains(column));
    }

    /** What stands between the outer brackets, cut at its commas. */
    private static List<String> definitions(String sql) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = -1;
        int end = Math.min(sql.length(), SQL_MAX);
        for (int i = 0; i < end && parts.size() < COLUMNS_MAX; i++) {
            char c = sql.charAt(i);
            if (c == '"' || c == '\'' || c == '`' || c == '[') {
                int close = sql.indexOf(c == '[' ? ']' : c, i + 1);
                i = close < 0 ? end : close;
            } else if (c == '-' && i + 1 < end && sql.charAt(i + 1) == '-' && depth > 0) {
                int line = sql.indexOf('\n', i);
                i = line < 0 ? end : line;
            } else if (c == '(') {
                start = depth++ == 0 ? i + 1 : start;
            } else if (c == ')' && --depth == 0 || c == ',' && depth == 1) {
                parts.add(sql.substring(start, i));
                start = i + 1;
                if (depth == 0) {
                    return parts;
                }
            }
        }
        return parts;
    }

    private static boolean isQuoted(String definition) {
        String text = definition.strip();
        return !text.isEmpty() && "\"'`[".indexOf(text.charAt(0)) >= 0;
    }

    private static int quotedLength(String text) {
        if (isQuoted(text)) {
            char close = text.charAt(0) == '[' ? ']' : text.charAt(0);
            int end = text.indexOf(close, 1);
            return end < 0 ? text.length() : end + 1;
        }
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String first(String definition) {
        String text = definition.strip();
        String name = text.substring(0, quotedLength(text));
        if (isQuoted(text) && name.length() >= 2) {
            name = name.substring(1, name.length() - 1);
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
