package az.qalxan.engines.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * Prints how many reports of 400 characters one thread extracts per second; the reports are the
 * labelled messages strung together. Run it from the test class path.
 */
@NullMarked
final class ExtractionSpeed {

    private static final int REPORT_CHARS = 400;
    private static final int ROUNDS = 8;
    private static final int REPEATS = 300;

    private ExtractionSpeed() {}

    public static void main(String[] arguments) {
        List<String> reports = reports();
        IdentifierExtractor extractor = IdentifierExtractor.forRegion("AZ");
        for (int round = 1; round <= ROUNDS; round++) {
            long found = 0;
            long begun = System.nanoTime();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (String report : reports) {
                    found += extractor.extract(report).size();
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            long texts = (long) reports.size() * REPEATS;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,.0f reports/s, %.1f identifiers per report%n",
                    round,
                    texts / seconds,
                    (double) found / texts);
        }
    }

    private static List<String> reports() {
        List<String> reports = new ArrayList<>();
        StringBuilder report = new StringBuilder();
        for (LabelledMessage message : LabelledMessage.all()) {
            report.append(message.text()).append('\n');
            if (report.length() >= REPORT_CHARS) {
                reports.add(report.substring(0, REPORT_CHARS));
                report.setLength(0);
            }
        }
        return reports;
    }
}
