package az.qalxan.command;

import az.qalxan.strategy.ReportPeriod;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan plan report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes the report of a quarter or a year as PDF: the one that was issued and"
                        + " signed, or a draft where none was. The journal records it.")
final class PlanReportCommand extends PlanCommand.Part {

    @Option(
            names = "--period",
            required = true,
            description = "A quarter such as 2026Q3, or a year such as 2026.")
    String period = "";

    @Option(names = "--body", description = "Of one body; a code such as dtx. Without: the plan.")
    String body = "";

    @Option(names = "--out", required = true, description = "The file to write.")
    Path out = Path.of("");

    @Option(names = "--lang", description = "az or en (default: az).")
    String language = "az";

    @Option(names = "--draft", description = "A draft, also where a report was issued.")
    boolean draft;

    /** What is asked for. */
    record Ask(ReportPeriod period, String body, String language, boolean draft) {}

    @Override
    int run(PrintWriter printer) throws IOException, CallRefused {
        Optional<ReportPeriod> read = ReportPeriod.read(period);
        if (read.isEmpty()) {
            return refuse(period + " is no period, for example 2026Q3 or 2026.");
        }
        String code = body.toLowerCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return refuse(body + " is no code of a body, for example dtx.");
        }
        if (!language.equals("az") && !language.equals("en")) {
            return refuse(language + " is no language of reports; there are az and en.");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return refuse("there is no folder for " + out + ".");
        }
        try (PlanSide side = PlanSide.of(where)) {
            PlanSide.Printed printed = side.report(new Ask(read.get(), code, language, draft));
            Files.write(out, printed.pdf());
            tell(printed, printer);
            return 0;
        }
    }

    private void tell(PlanSide.Printed printed, PrintWriter printer) {
        if (json) {
            printer.println(
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of(
                                            "file", out.toString(),
                                            "report", printed.which(),
                                            "bytes", printed.pdf().length)));
        } else {
            printer.printf(
                    "%s: %s, %,d bytes%n",
                    out,
                    printed.which().equals("draft")
                            ? "a draft, unsigned"
                            : "report No. " + printed.which() + ", signed",
                    printed.pdf().length);
        }
    }
}
