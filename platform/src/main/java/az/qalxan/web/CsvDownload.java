package az.qalxan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file (RFC 4180) for people who open it in a spreadsheet: UTF-8 with a byte-order mark, and
 * no cell that a spreadsheet would take for a formula (OWASP "CSV Injection").
 */
public final class CsvDownload implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r";

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

    private static Object safe(Object cell) {
        if (cell instanceof String text
                && !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            return "'" + text;
        }
        return cell;
    }
}
