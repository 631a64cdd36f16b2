package az.qalxan.assets;

import az.qalxan.web.ProblemFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a bank's statement as CSV (RFC 4180, UTF-8, header row). Pure but for reading. */
final class StatementFile {

    /** Bytes of a file: about ten thousand long rows. */
    static final int BYTES_MAX = 2 << 20;

    /** Rows of a file; a longer statement is cut by whoever sends it. */
    static final int ROWS_MAX = 5_000;

    /** The columns that a file may have, in the order of the sample. */
    static final List<String> COLUMNS =
            List.of(
                    "from",
                    "to",
                    "amount",
                    "currency",
                    "at",
                    "received_amount",
                    "received_currency",
                    "reference");

    private static final List<String> NEEDED = List.of("from", "to", "amount", "currency", "at");

    private StatementFile() {}

    /** Reads a file whole; one that is none, or too large, is the problem "unreadable". */
    static List<RawTransfer> read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw unreadable("> " + BYTES_MAX + " bytes");
        }
        try (CSVParser rows = CSVParser.parse(text(bytes), FORMAT)) {
            return read(rows);
        } catch (CharacterCodingException e) {
            throw unreadable("UTF-8");
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static List<RawTransfer> read(CSVParser rows) {
        List<String> names =
                rows.getHeaderNames().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (names.stream().filter(COLUMNS::contains).distinct().count()
                != names.stream().filter(COLUMNS::contains).count()) {
            throw unreadable(names.toString());
        }
        List<String> missing = NEEDED.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw unreadable(missing.toString());
        }
        List<RawTransfer> read = new ArrayList<>();
        for (CSVRecord row : rows) {
            if (read.size() >= ROWS_MAX) {
                throw unreadable("> " + ROWS_MAX);
            }
            read.add(RawTransfer.of(cells(row, names)));
        }
        return read;
    }

    private static Map<String, String> cells(CSVRecord row, List<String> names) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
            cells.put(names.get(i), row.get(i));
        }
        return cells;
    }

    /** The text without its byte-order mark; bytes that are no UTF-8 end the reading. */
    private static Reader text(byte[] bytes) throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
        return new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static ProblemFound unreadable(String why) {
        return ProblemFound.of(AssetsProblem.STATEMENT_UNREADABLE, why);
    }

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .setAllowMissingColumnNames(true)
                    .get();
}
