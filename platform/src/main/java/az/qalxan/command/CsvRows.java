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
 * row and column of whatever is wrong. Spaces around cells are left out, empty lines too.
 */
final class CsvRows implements Closeable {

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
    private int next;
    private long line = 1;
    private long rowLine = 1;
    private long row = 0;
    private int rowChars = 0;

    private CsvRows(Reader reader, char separator) throws IOException {
        this.reader = reader;
        this.separator = separator;
        this.next = reader.read();
        if (next == '\uFEFF') {
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

    /** The cells of the next row; null after the last one. */
    @Nullable List<String> next() throws IOException, LinkRefused {
        while (next == '\n' || next == '\r') {
            advance();
        }
        if (next == END) {
            return null;
        }
        row++;
        rowLine = line;
        rowChars = 0;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            if (cells.size() == CELLS_MAX) {
                throw refused(cells, "has more than %,d cells".formatted(CELLS_MAX));
            }
            cells.add(cell(cells));
            more = next == separator;
            if (next != END) {
                advance();
            }
        }
        return cells;
    }

    /** The file's line on which the last row begins, from 1. */
    long rowLine() {
        return rowLine;
    }

    private String cell(List<String> before) throws IOException, LinkRefused {
        cell.setLength(0);
        while (next == ' ' || next == '\t' && separator != '\t') {
            take(before);
            cell.setLength(0);
        }
        if (next == QUOTE) {
            return quoted(before);
        }
        while (next != separator && next != '\n' && next != '\r' && next != END) {
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
        while (next == ' ' || next == '\t' && separator != '\t') {
            advance();
        }
        if (next != separator && next != '\n' && next != '\r' && next != END) {
            throw refused(
                    before,
                    "goes on after its closing quote; a quote inside a quoted cell is doubled");
        }
        return cell.toString();
    }

    private void take(List<String> before) throws IOException, LinkRefused {
        if (next == UNREADABLE) {
            throw refused(before, "has bytes that are not UTF-8; save the file as UTF-8");
        }
        if (rowChars == ROW_CHARS_MAX) {
            throw refused(
                    before,
                    "makes the row longer than %,d characters; is a quote missing?"
                            .formatted(ROW_CHARS_MAX));
        }
        rowChars++;
        cell.append((char) next);
        advance();
    }

    /** A line ends with LF, CR LF or CR. */
    private void advance() throws IOException {
        int last = next;
        next = reader.read();
        if (last == '\n' || last == '\r' && next != '\n') {
            line++;
        }
        if (last == '\r' && next == '\n') {
            advance();
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
