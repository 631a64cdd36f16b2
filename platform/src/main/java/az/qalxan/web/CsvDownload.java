package az.qalxan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) for people who open it in a spreadsheet: UTF-8 with a byte-order mark, and
 * no cell that a spreadsheet would take for a formula (OWASP "CSV Injection").
 */
public final class CsvDownload implements AutoCloseable {

    /** Signs that start a formula, in plain and full-width form. */
    private static final String FORMULA_STARTS = "=+-@＝＋－＠";

    private static final String BREAKS = "\t\r\n";

    private final CSVPrinter printer;

    /** Starts the file with its column names. */
    public CsvDownload(Appendable out, List<String> columns) {
        try {
            out.append('\ufeff');
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row(columns);
    }

    /** Adds a row; a null cell stays empty. */
    public void row(List<?> cells) {
        try {
            for (Object cell : cells) {
                printer.print(safe(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object safe(@Nullable Object cell) {
        return cell instanceof String text && isFormula(text) ? "'" + text : cell;
    }

    /**
     * Whether a spreadsheet would take the text for a formula; it skips blanks and invisible signs
     * first.
     */
    public static boolean isFormula(String text) {
        if (!text.isEmpty() && BREAKS.indexOf(text.charAt(0)) >= 0) {
            return true;
        }
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT
                || Character.isISOControl(sign);
    }
}
