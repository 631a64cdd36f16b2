package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of values whose fields were named by lines before: the logs of Zeek, and W3C's extended log
 * file format, which IIS and proxies write. Without these lines nothing can be read.
 */
record TableFormat(String name, LogCatalogue catalogue, Columns columns) implements EventFormat {

    static final TableFormat ZEEK =
            new TableFormat("zeek", LogCatalogue.of("zeek"), Columns.none(true));
    static final TableFormat W3C =
            new TableFormat("w3c", LogCatalogue.of("w3c"), Columns.none(false));

    private static final int COLUMNS_MAX = 1_000;

    /**
     * What the lines in front say.
     *
     * @param between stands between two values
     * @param within stands between the parts of one value
     * @param unset is written where there is no value
     * @param empty is written for a value of no length
     * @param path the kind of log
     * @param fields the fields' names
     * @param types of what the values are; empty where nothing is said
     */
    record Columns(
            boolean zeek,
            byte between,
            byte within,
            byte[] unset,
            byte[] empty,
            String path,
            List<byte[]> fields,
            List<String> types) {

        Columns {
            fields = List.copyOf(fields);
            types = List.copyOf(types);
        }

        static Columns none(boolean zeek) {
            byte[] dash = {'-'};
            byte[] empty = "(empty)".getBytes(StandardCharsets.US_ASCII);
            byte between = (byte) (zeek ? '\t' : ' ');
            return new Columns(zeek, between, (byte) ',', dash, empty, "", List.of(), List.of());
        }

        boolean isSet(int column) {
            return column < types.size()
                    && (types.get(column).startsWith("set[")
                            || types.get(column).startsWith("vector["));
        }

        String type(int column) {
            return column < types.size() ? types.get(column) : "";
        }
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public boolean line() {
        return true;
    }

    @Override
    public EventReader reader() {
        return new TableReader(columns);
    }

    /** Whether the line is none of values but says something of those that follow. */
    static boolean heads(byte[] bytes, int from, int until) {
        return from < until && bytes[from] == '#';
    }

    /**
     * The format as it is from this line on.
     *
     * @throws BadEvent where the line names more than a thousand fields
     */
    TableFormat after(byte[] bytes, int from, int until) throws BadEvent {
        String line = new String(bytes, from, until - from, StandardCharsets.UTF_8).strip();
        if (line.length() > 1 << 16) {
            throw new BadEvent(from + 1, "a line that names fields is too long");
        }
        Map<String, String> said = new HashMap<>();
        String separator = name.equals("zeek") ? String.valueOf((char) columns.between()) : " ";
        int end =
                line.indexOf(
                        name.equals("zeek") && !line.startsWith("#separator") ? separator : " ");
        String word = end < 0 ? line : line.substring(0, end);
        String rest = end < 0 ? "" : line.substring(end + separator.length());
        said.put(word.toLowerCase(java.util.Locale.ROOT), rest);
        Columns next = next(said, separator);
        if (next.fields().size() > COLUMNS_MAX) {
            throw new BadEvent(from + 1, "more than " + COLUMNS_MAX + " fields");
        }
        return new TableFormat(name, catalogue, next);
    }

    private Columns next(Map<String, String> said, String separator) {
        List<byte[]> fields = columns.fields();
        String named = said.getOrDefault("#fields", said.get("#fields:"));
        if (named != null) {
            fields = new ArrayList<>();
            for (String one : named.split(separator.equals(" ") ? " +" : separator, -1)) {
                fields.add(field(one).getBytes(StandardCharsets.UTF_8));
            }
        }
        List<String> types = columns.types();
        if (said.containsKey("#types")) {
            types = Arrays.asList(said.getOrDefault("#types", "").split(separator, -1));
        }
        return new Columns(
                columns.zeek(),
                octet(said.get("#separator"), columns.between()),
                octet(said.get("#set_separator"), columns.within()),
                bytes(said.get("#unset_field"), columns.unset()),
                bytes(said.get("#empty_field"), columns.empty()),
                said.getOrDefault("#path", columns.path()),
                fields,
                types);
    }

    /** {@code cs(User-Agent)} is {@code cs-user-agent}. */
    private String field(String written) {
        if (columns.zeek()) {
            return written;
        }
        int open = written.indexOf('(');
        return open < 0 || !written.endsWith(")")
                ? written
                : (written.substring(0, open) + '-' + written.substring(open + 1))
                        .replace(")", "")
                        .toLowerCase(java.util.Locale.ROOT);
    }

    private static byte octet(@org.jspecify.annotations.Nullable String word, byte otherwise) {
        if (word == null || word.isEmpty()) {
            return otherwise;
        }
        byte[] written = word.getBytes(StandardCharsets.UTF_8);
        int octet =
                word.startsWith("\\x") ? Hex.octet(written, 2, written.length) : written[0] & 0xff;
        return octet < 0 ? otherwise : (byte) octet;
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable String word, byte[] otherwise) {
        return word == null ? otherwise : word.getBytes(StandardCharsets.UTF_8);
    }
}
