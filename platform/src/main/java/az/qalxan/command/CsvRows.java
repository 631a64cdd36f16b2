package az.qalxan.command;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180, UTF-8), one after the other, with bounded memory and with the
 * row and column of whatever is wrong. Empty lines are no rows.
 */
final class CsvRows implements Closeable {

    /**
     * A row.
     *
     * @param cells its cells without quotes and without spaces around them
     * @param raw the row as it stands in the file, without its end of line
     */
    record Row(List<String> cells, String raw) {}

    /** UTF-16 units of one row. */
    static final int ROW_CHARS_MAX = 1_000_000;

    /** Cells of one row. */
    static final int CELLS_MAX = 1_000;

    private static final int BUFFER_BYTES = 1 << 16;

    /** Stands for bytes that are no UTF-8; never a character. */
    private static final char UNREADABLE = '\uFFFF';

    private static final int END = -1;
    private static final char QUOTE = '"';

    private final Reader reader;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private final StringBuilder raw = new StringBuilder();
    private final boolean marked;
    private int next;
    private long line = 1;
    private long rowLine = 1;
    private long row = 0;

    private CsvRows(Reader reader, char separator) throws IOException {
        this.reader = reader;
        this.separator = separator;
        this.next = reader.read();
        this.marked = next == '\uFEFF';
        if (marked) {
            next = reader.read();
        }
    }

    static CsvRows open(Path file, char separator) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNREADABLE));
        return new CsvRows(
                new BufferedReader(
                        new InputStreamReader(
                                new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES),
                                decoder),
                        BUFFER_BYTES),
                separator);
    }

    /** The next row; null after the last one. */
    @Nullable Row next() throws IOException, LinkRefused {
        while (next == '\n' || next == '\r') {
            advance();
            raw.setLength(0);
        }
        if (next == END) {
            return null;
        }
        row++;
        rowLine = line;
        raw.setLength(0);
        List<String> cells = new ArrayList<>();
        cells.add(cell(cells));
        while (next == separator) {
            if (cells.size() == CELLS_MAX) {
                throw refused(cells, "makes more than %,d cells".formatted(CELLS_MAX));
            }
            advance();
            cells.add(cell(cells));
        }
        return new Row(cells, raw.toString());
    }

    /** Whether the file begins with a byte-order mark. */
    boolean marked() {
        return marked;
    }

    /** The file's line on which the last row begins, from 1. */
    long rowLine() {
        return rowLine;
    }

    private String cell(List<String> before) throws IOException, LinkRefused {
        skipSpaces(before);
        cell.setLength(0);
        if (next == QUOTE) {
            return quoted(before);
        }
        while (!atEndOfCell()) {
            take(before);
        }
        int end = cell.length();
        while (end > 0 && (cell.charAt(end - 1) == ' ' || cell.charAt(end - 1) == '\t')) {
            end--;
        }
        return cell.substring(0, end);
    }

    private String quoted(List<String> before) throws IOException, LinkRefused {
        advance();
        while (true) {
            if (next == END) {
                throw refused(before, "begins with a quote that is never closed");
            }
            if (next == QUOTE) {
                advance();
                if (next != QUOTE) {
                    break;
                }
            }
            take(before);
        }
        String text = cell.toString();
        skipSpaces(before);
        if (!atEndOfCell()) {
            throw refused(
                    before,
                    "goes on after its closing quote; a quote inside a quoted cell is doubled");
        }
        return text;
    }

    private void skipSpaces(List<String> before) throws IOException, LinkRefused {
        while (next == ' ' || (next == '\t' && separator != '\t')) {
            take(before);
        }
    }

    private boolean atEndOfCell() {
        return next == separator || next == '\n' || next == '\r' || next == END;
    }

    private void take(List<String> before) throws IOException, LinkRefused {
        if (next == UNREADABLE) {
            throw refused(before, "has bytes that are not UTF-8; save the file as UTF-8");
        }
        if (raw.length() >= ROW_CHARS_MAX) {
            throw refused(
                    before,
                    "makes the row longer than %,d characters; is a quote missing?"
                            .formatted(ROW_CHARS_MAX));
        }
        cell.append((char) next);
        advance();
    }

    /** A line ends with LF, CR LF or CR. */
    private void advance() throws IOException {
        int last = next;
        next = reader.read();
        raw.append((char) last);
        if (last == '\n' || (last == '\r' && next != '\n')) {
            line++;
        }
    }

    private LinkRefused refused(List<String> before, String why) {
        return new LinkRefused(
                "row %,d (line %,d), column %d %s."
                        .formatted(row, rowLine, before.size() + 1, why));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
