package az.qalxan.command;

import az.qalxan.engines.warrants.Finding;
import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.SchemaCheck;
import az.qalxan.engines.warrants.Warrants;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan etsi}: messages of ETSI TS 103 120 in files. */
@Command(
        name = "etsi",
        mixinStandardHelpOptions = true,
        description = "Checks and rewrites messages of ETSI TS 103 120 (version 1.12.1).",
        subcommands = {EtsiCommand.Check.class, EtsiCommand.Export.class})
final class EtsiCommand {

    EtsiCommand() {}

    /** What the two have in common: files, and schemas where there are any. */
    private abstract static class OnFiles {

        @Option(
                names = "--schemas",
                paramLabel = "DIR",
                description =
                        "A folder with the standard's own schemas (also inside zip files), which"
                                + " are asked as well.")
        @Nullable Path schemas;

        Reading read(Path file) throws IOException {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(Warrants.BYTES_MAX + 1);
            }
            Path folder = schemas;
            return folder == null
                    ? Warrants.read(bytes)
                    : Warrants.read(bytes, SchemaCheck.of(folder));
        }

        static void unreadable(PrintWriter error, Path file, IOException e) {
            error.printf(
                    "etsi: %s cannot be read: %s%n",
                    file, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** {@code ./qalxan etsi check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Tells everything that is wrong with each message, with line, column and path."
                            + " Exit code 1 when one of them is refused.")
    static final class Check extends OnFiles implements Callable<Integer> {

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Messages in XML.")
        List<Path> files = List.of();

        @Option(names = "--json", description = "Print one JSON object a file.")
        boolean json;

        @Spec CommandSpec spec;

        Check() {
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
                entry.put("violations", violations.stream().map(Check::entry).toList());
                entry.put("remarks", remarks.stream().map(Check::entry).toList());
                out.println(JsonMapper.shared().writeValueAsString(entry));
                return;
            }
            out.printf(
                    "%s: %s%n",
                    file,
                    violations.isEmpty() ? "valid" : "refused, violations: " + violations.size());
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

    /** {@code ./qalxan etsi export}. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a message in as the platform does and writes it out again, unchanged in"
                            + " meaning. An order of a running platform is exported from its page"
                            + " or under /operators/orders/NUMBER/etsi.xml.")
    static final class Export extends OnFiles implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "A message in XML.")
        Path file = Path.of("");

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "Where to write it; standard output otherwise.")
        @Nullable Path out;

        @Spec CommandSpec spec;

        Export() {
            spec = CommandSpec.create();
        }

        @Override
        public Integer call() {
            PrintWriter error = spec.commandLine().getErr();
            try {
                return switch (read(file)) {
                    case Reading.Understood one -> {
                        write(Warrants.write(one.message()));
                        yield 0;
                    }
                    case Reading.Malformed one -> {
                        one.violations().forEach(found -> error.println("etsi: " + found));
                        yield 1;
                    }
                };
            } catch (IOException e) {
                unreadable(error, file, e);
                return 1;
            }
        }

        private void write(byte[] message) throws IOException {
            Path target = out;
            if (target != null) {
                Files.write(target, message);
                return;
            }
            PrintWriter standard = spec.commandLine().getOut();
            standard.print(new String(message, java.nio.charset.StandardCharsets.UTF_8));
            standard.flush();
        }
    }
}
