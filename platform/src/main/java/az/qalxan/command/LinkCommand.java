package az.qalxan.command;

import az.qalxan.engines.linking.record.ClusterQuality;
import az.qalxan.engines.linking.record.Linkage;
import az.qalxan.engines.linking.record.RecordLimitException;
import az.qalxan.engines.linking.record.RecordLinkage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./qalxan link}: which rows of a table speak of the same person. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the rows of a CSV file (RFC 4180, UTF-8, first row names the columns) that speak"
                    + " of the same person. Writes the same rows in the same order with a column"
                    + " cluster_id, and beside them a report: learnt weights, blocking keys,"
                    + " histogram of the scores, expected error, pairs for review.",
            "Needs no labels, no database and no server. A schema in YAML says what the columns"
                    + " hold; febrl.yaml and people.yaml come with the program"
                    + " (engines/linking/schemas) and can be named without a path."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the table is linked",
            "1:the table or the schema was refused; the message says where",
            "2:the command line is wrong"
        })
final class LinkCommand implements Callable<Integer> {

    @Mixin LinkFiles files = new LinkFiles();

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description =
                    "Column that names the person of each row; it is never linked by, only compared"
                            + " with afterwards (what the schema says, if the table has it).")
    @Nullable String truth;

    @Option(
            names = "--separator",
            paramLabel = "SIGN",
            defaultValue = ",",
            converter = Separator.class,
            description = "Between cells of input and output: a sign, or tab (${DEFAULT-VALUE}).")
    char separator = ',';

    @Option(
            names = "--spreadsheet",
            description =
                    "Put an apostrophe before cells that a spreadsheet would take for formulas;"
                            + " without it every row is copied as it stands.")
    boolean spreadsheet;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final long begun = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        try {
            run();
            return 0;
        } catch (LinkRefused | RecordLimitException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (FileSystemException e) {
            String why = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            return refuse("%s cannot be read or written: %s.".formatted(e.getFile(), why));
        } catch (OutOfMemoryError e) {
            return refuse(
                    "the table needs more memory than %,d MB; set QALXAN_JAVA_OPTIONS=-Xmx4g."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    private void run() throws IOException, LinkRefused {
        LinkSchemaFile read = LinkSchemaFile.read(LinkSchemaFile.find(files.schema));
        LinkSchemaFile schema = truth == null ? read : read.withTruth(truth);
        LinkTable table = LinkTable.open(files.inputs, separator);
        LinkTable.Plan plan = table.plan(schema);
        LinkFiles.Written written = files.written();
        if (!plan.absent().isEmpty()) {
            tell("not in the table: " + String.join(", ", plan.absent()));
        }
        tell("reading");
        LinkTable.Loaded loaded =
                table.load(plan, schema.truth(), rows -> tell("%,d rows read".formatted(rows)));
        Linkage linkage =
                RecordLinkage.link(
                        loaded.records(),
                        schema.precision(),
                        (what, size) -> tell("%s (%,d)".formatted(what, size)));
        Optional<ClusterQuality> quality =
                Optional.ofNullable(loaded.truth())
                        .map(persons -> ClusterQuality.of(linkage.clusters(), persons));
        tell("writing");
        LinkOutput output = new LinkOutput(table, linkage, spreadsheet);
        output.write(written.output());
        new LinkReport(linkage, plan, quality, output.review())
                .write(written.report(), written.picture());
        print(new LinkSummary(linkage, quality, output.formulas(), spreadsheet, written));
    }

    private void print(LinkSummary summary) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(summary.json());
        } else {
            summary.print(to);
        }
        to.flush();
    }

    /** Progress, with the seconds since the start. */
    private void tell(String what) {
        if (!json) {
            PrintWriter to = spec.commandLine().getErr();
            to.printf("  %5.1f s  %s%n", (System.nanoTime() - begun) / 1e9, what);
            to.flush();
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("link: " + why);
        return 1;
    }

    /** A separator by its sign or name. */
    static final class Separator implements ITypeConverter<Character> {

        @Override
        public Character convert(String named) {
            if (named.equals("tab")) {
                return '\t';
            }
            if (named.length() != 1 || "\"\r\n ".contains(named)) {
                throw new TypeConversionException("a separator is one sign, such as ; or tab");
            }
            return named.charAt(0);
        }
    }
}
