package az.qalxan.reporting.bulk;

import az.qalxan.reporting.Channel;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.ReportCheck;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of reports (RFC 4180, UTF-8, header row), read as a stream. */
record ImportFile(Path path, ReportCheck check) {

    /** Bytes of a file: about four million short reports. */
    static final long BYTES_MAX = 4L << 30;

    /** Rows of a file. */
    static final int ROWS_MAX = 5_000_000;

    /** Wrong rows that a preview names; the rest is counted. */
    static final int WRONG_SHOWN_MAX = 100;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .setAllowMissingColumnNames(true)
                    .get();

    /** A row with what is wrong with it; rows are counted from 1, the header is not. */
    record Wrong(int row, List<Violation> violations) {

        Wrong {
            violations = List.copyOf(violations);
        }
    }

    /** What a first reading found; {@code unreadable} says why the file is none of ours. */
    record Preview(int rows, int wrong, List<Wrong> first, Optional<String> unreadable) {

        Preview {
            first = List.copyOf(first);
        }

        static Preview unreadable(String why) {
            return new Preview(0, 0, List.of(), Optional.of(why));
        }
    }

    /** A row that is taken next. */
    record Next(int row, ReportCheck.Checked checked) {}

    /** Reads the whole file once and says what an import would do. */
    Preview preview() {
        try (CSVParser rows = open()) {
            List<String> missing =
                    ImportRow.NEEDED.stream()
                            .filter(column -> !rows.getHeaderNames().contains(column))
                            .toList();
            return missing.isEmpty() ? preview(rows) : Preview.unreadable(missing.toString());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return Preview.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Preview preview(CSVParser rows) {
        int total = 0;
        int wrong = 0;
        List<Wrong> first = new ArrayList<>();
        for (CSVRecord row : rows) {
            total++;
            if (total > ROWS_MAX) {
                return Preview.unreadable("> " + ROWS_MAX);
            }
            if (check.check(ImportRow.raw(row), Channel.BULK)
                    instanceof ReportCheck.Checked.Rejected(List<Violation> violations)) {
                wrong++;
                if (first.size() < WRONG_SHOWN_MAX) {
                    first.add(new Wrong(total, violations));
                }
            }
        }
        return new Preview(total, wrong, first, Optional.empty());
    }

    /** The checked rows behind the first {@code skipped}; the caller closes them. */
    Rows rows(int skipped) throws IOException {
        CSVParser parser = open();
        Iterator<CSVRecord> records = parser.iterator();
        for (int i = 0; i < skipped && records.hasNext(); i++) {
            records.next();
        }
        return new Rows(parser, records, check);
    }

    private CSVParser open() throws IOException {
        Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return CSVParser.parse(reader, FORMAT);
    }

    /** The rows of an open file, in batches. */
    record Rows(CSVParser parser, Iterator<CSVRecord> records, ReportCheck check)
            implements AutoCloseable {

        /**
         * The next rows.
         *
         * @param taken rows of the file in this batch, right or wrong
         * @param right those that can be stored
         */
        record Batch(int taken, List<NewReport> right) {

            Batch {
                right = List.copyOf(right);
            }
        }

        Batch next(int most) {
            List<NewReport> right = new ArrayList<>(most);
            int taken = 0;
            while (taken < most && records.hasNext()) {
                taken++;
                if (check.check(ImportRow.raw(records.next()), Channel.BULK)
                        instanceof ReportCheck.Checked.Accepted(NewReport report)) {
                    right.add(report);
                }
            }
            return new Batch(taken, right);
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
