package az.qalxan.reporting.bulk;

import az.qalxan.reporting.Contact;
import az.qalxan.reporting.RawReport;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** A row of an import file; the columns carry the names of the JSON interface. */
final class ImportRow {

    static final List<String> COLUMNS =
            List.of(
                    "category",
                    "happenedAt",
                    "reportedAt",
                    "region",
                    "amount",
                    "currency",
                    "paidHow",
                    "usedAgainst",
                    "story",
                    "language",
                    "onBehalfOf",
                    "contactName",
                    "contactPhone",
                    "contactEmail");

    /** Columns without which a file cannot be one of reports. */
    static final List<String> NEEDED = List.of("category", "story");

    private ImportRow() {}

    static RawReport raw(CSVRecord row) {
        return new RawReport(
                cell(row, "category"),
                cell(row, "happenedAt"),
                cell(row, "reportedAt"),
                cell(row, "region"),
                cell(row, "amount"),
                cell(row, "currency"),
                cell(row, "paidHow"),
                Arrays.stream(cell(row, "usedAgainst").split("\\|", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList(),
                cell(row, "story"),
                cell(row, "language"),
                cell(row, "onBehalfOf"),
                new Contact(
                        cell(row, "contactName"),
                        cell(row, "contactPhone"),
                        cell(row, "contactEmail")));
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }
}
