package az.qalxan.command;

import az.qalxan.engines.synthesis.SyntheticPeople;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan people}: rows about the invented people of the synthetic country. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = {
            "Invents people of the synthetic country and writes rows about them to a CSV file, each"
                    + " row by another hand: Azerbaijani, without diacritics, in English or Russian"
                    + " letters, with slips, gaps, moves and relatives under one roof. The same"
                    + " seed gives the same rows.",
            "rec_id is the truth: the person's number, a dash, the row's."
                    + " ./qalxan link --schema people.yaml links them and measures the result."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is written",
            "1:the file could not be written",
            "2:the command line is wrong"
        })
final class PeopleCommand implements Callable<Integer> {

    private static final int ROWS_MAX = 5_000_000;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.csv",
            description = "Where to; an old file is replaced.")
    Path out = Path.of("");

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many rows (${DEFAULT-VALUE}).")
    int rows = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Another seed gives other people (${DEFAULT-VALUE}).")
    long seed = 7;

    @Option(
            names = "--wear",
            paramLabel = "WEAR",
            defaultValue = "usual",
            description =
                    "usual as in a register kept with some care, heavy as in notes taken in haste"
                            + " (${DEFAULT-VALUE}).")
    Wear wear = Wear.USUAL;

    @Spec CommandSpec spec = CommandSpec.create();

    /** How hard the rows are to link. */
    enum Wear {
        USUAL(SyntheticPeople.Wear.usual()),
        HEAVY(SyntheticPeople.Wear.heavy());

        private final SyntheticPeople.Wear of;

        Wear(SyntheticPeople.Wear of) {
            this.of = of;
        }

        /** As people write it on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        if (rows < 1 || rows > ROWS_MAX) {
            spec.commandLine()
                    .getErr()
                    .printf("people: --rows %,d is not from 1 to %,d.%n", rows, ROWS_MAX);
            return 2;
        }
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            new SyntheticPeople(seed, wear.of).writeCsv(rows, writer);
        } catch (IOException e) {
            spec.commandLine().getErr().printf("people: %s cannot be written: %s%n", out, e);
            return 1;
        }
        spec.commandLine().getOut().printf("%,d rows in %s%n", rows, out);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
