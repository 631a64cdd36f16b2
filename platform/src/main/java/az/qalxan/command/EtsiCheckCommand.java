package az.qalxan.command;

import az.qalxan.engines.warrants.Finding;
import az.qalxan.engines.warrants.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan etsi check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Tells everything that is wrong with each message, with line, column and path."
                        + " Exit code 1 when one of them is refused.")
final class EtsiCheckCommand extends EtsiFiles implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Messages in XML.")
    List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object a file.")
    boolean json;

    @Spec CommandSpec spec;

    EtsiCheckCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int code = 0;
        for (Path file : files) {
            try {
                Reading reading = read(file);
                print(out, file, reading);
                code = reading instanceof Reading.Malformed ? 1 : code;
            } catch (IOException e) {
                unreadable(spec.commandLine().getErr(), file, e);
                code = 1;
            }
        }
        out.flush();
        return code;
    }

    private void print(PrintWriter out, Path file, Reading reading) {
        List<Finding> violations =
                reading instanceof Reading.Malformed one ? one.violations() : List.of();
        List<Finding> remarks =
                switch (reading) {
                    case Reading.Malformed one -> one.remarks();
                    case Reading.Understood one -> one.remarks();
                };
        if (json) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("file", file.toString());
            entry.put("valid", violations.isEmpty());
            entry.put("violations", violations.stream().map(EtsiCheckCommand::entry).toList());
            entry.put("remarks", remarks.stream().map(EtsiCheckCommand::entry).toList());
            out.println(JsonMapper.shared().writeValueAsString(entry));
            return;
        }
        out.printf(
                "%s: %s%n",
                file, violations.isEmpty() ? "valid" : "refused, violations: " + violations.size());
        violations.forEach(one -> out.println("  " + one));
        remarks.forEach(one -> out.println("  remark " + one));
    }

    private static Map<String, Object> entry(Finding one) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", one.place().line());
        entry.put("column", one.place().column());
        entry.put("path", one.place().path());
        entry.put("fault", one.fault().name());
        entry.put("sentence", one.sentence());
        return entry;
    }
}
