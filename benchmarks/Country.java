import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.SyntheticCountry;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Reports of the synthetic country in the forms that the platform takes. */
final class Country {

    /** A fixed day, so that the same seed gives the same reports. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    private Country() {}

    static Stream<SyntheticReport> reports(long seed, int count) {
        return SyntheticCountry.of(CountryPlan.of(seed, count, LAST_DAY)).reports();
    }

    /** Writes them as a CSV file for an import; gives its size in bytes. */
    static long csv(Path file, long seed, int count) throws IOException {
        return csv(file, reports(seed, count)::iterator);
    }

    /** Writes these reports; gives the file's size in bytes. */
    static long csv(Path file, Iterable<SyntheticReport> reports) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "category", "happenedAt", "reportedAt", "region", "amount", "currency",
                    "paidHow", "usedAgainst", "story", "language");
            for (SyntheticReport one : reports) {
                var loss = one.loss();
                csv.printRecord(
                        one.category(), one.happenedAt(), one.reportedAt(), one.region(),
                        loss == null ? "" : loss.amount().toPlainString(),
                        loss == null ? "" : loss.currency(),
                        loss == null ? "" : loss.paidHow(),
                        used(one), one.story(), one.language());
            }
        }
        return Files.size(file);
    }

    private static String used(SyntheticReport one) {
        return one.identifiers().stream()
                .filter(planted -> !planted.inStory())
                .map(planted -> planted.value())
                .collect(Collectors.joining("|"));
    }
}
