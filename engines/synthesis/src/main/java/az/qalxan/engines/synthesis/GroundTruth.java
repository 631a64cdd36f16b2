package az.qalxan.engines.synthesis;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes what a linking engine has to find out, as two tables with headers: one line for every
 * report, and one for every identifier that a report states.
 */
public final class GroundTruth {

    private static final String SERIES_HEADER =
            "number,series,role,bridges_to,typing,ring_identifiers,hub_identifiers\n";
    private static final String IDENTIFIER_HEADER = "number,kind,value,start,end,standing,hub\n";

    private final Writer series;
    private final Writer identifiers;

    private GroundTruth(Writer series, Writer identifiers) {
        this.series = series;
        this.identifiers = identifiers;
    }

    /** Writes both headers; the caller closes the writers. */
    public static GroundTruth on(Writer series, Writer identifiers) throws IOException {
        series.write(SERIES_HEADER);
        identifiers.write(IDENTIFIER_HEADER);
        return new GroundTruth(series, identifiers);
    }

    /** Writes the lines of one report. */
    public void add(SyntheticReport report) throws IOException {
        SyntheticReport.Truth truth = report.truth();
        new CsvLine()
                .add(report.number())
                .add(truth.series())
                .add(lower(truth.role()))
                .add(truth.bridgesTo())
                .add(truth.typing())
                .add(count(report, PlantedIdentifier.Standing.RING))
                .add(count(report, PlantedIdentifier.Standing.HUB))
                .writeTo(series);
        for (PlantedIdentifier identifier : report.identifiers()) {
            new CsvLine()
                    .add(report.number())
                    .add(identifier.kind())
                    .add(identifier.value())
                    .add(identifier.start())
                    .add(identifier.end())
                    .add(lower(identifier.standing()))
                    .add(identifier.hub())
                    .writeTo(identifiers);
        }
    }

    private static long count(SyntheticReport report, PlantedIdentifier.Standing standing) {
        return report.identifiers().stream().filter(i -> i.standing() == standing).count();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
