package az.qalxan.command;

import az.qalxan.engines.plan.PlanComparison;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanFlaw;
import az.qalxan.engines.plan.PlanRead;
import az.qalxan.engines.plan.PlanReader;
import az.qalxan.strategy.PlanMessages;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan plan}: the strategy's action plan. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "The strategy's action plan: records editions of it and tells its state. Without"
                        + " --data or --server it works on data/serve, the folder of ./qalxan"
                        + " serve.",
        subcommands = {
            PlanCommand.Import.class,
            PlanCommand.Status.class,
            PlanCommand.Difference.class,
            PlanReportCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the file is no plan, there is no such edition, or the server refused",
            "2:the command line is wrong"
        })
final class PlanCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** What every one of them needs. */
    abstract static class Part implements Callable<Integer> {

        @ArgGroup(exclusive = true)
        @Nullable WhereOptions where;

        @Option(names = "--json", description = "Print one JSON value.")
        boolean json;

        @Spec CommandSpec spec = CommandSpec.create();

        abstract int run(PrintWriter out) throws IOException, CallRefused;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            try {
                return run(out);
            } catch (CallRefused e) {
                return refuse(String.valueOf(e.getMessage()));
            } catch (ConnectException e) {
                return refuse("no server answers at that address.");
            } catch (NoSuchFileException e) {
                return refuse("there is no file " + e.getFile() + ".");
            } finally {
                out.flush();
            }
        }

        int refuse(String why) {
            spec.commandLine().getErr().println("plan: " + why);
            return 1;
        }
    }

    /** {@code ./qalxan plan import}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Records a plan file as the newest edition and prints what it changed. The very"
                            + " same file again changes nothing.")
    static final class Import extends Part {

        @Parameters(paramLabel = "FILE", description = "The plan as YAML.")
        Path file = Path.of("");

        @Option(names = "--note", description = "Why there is a new edition.")
        String note = "";

        @Override
        int run(PrintWriter out) throws IOException, CallRefused {
            byte[] yaml = bytes(file);
            try (PlanSide side = PlanSide.of(where)) {
                JsonNode done = side.record(yaml, note);
                if (json) {
                    out.println(done);
                } else {
                    PlanLines.outcome(done, file.toString(), out);
                }
                return done.path("outcome").asString().equals("refused") ? 1 : 0;
            }
        }
    }

    /** {@code ./qalxan plan status}. */
    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Prints how much the plan asks and of whom, and what no measure serves.")
    static final class Status extends Part {

        @Option(names = "--body", description = "Its measures too; a code such as dtx.")
        String body = "";

        @Override
        int run(PrintWriter out) throws IOException, CallRefused {
            String code = body.toLowerCase(Locale.ROOT);
            if (!code.isEmpty() && !code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
                return refuse(body + " is no code of a body, for example dtx.");
            }
            try (PlanSide side = PlanSide.of(where)) {
                JsonNode status = side.status(code);
                if (json) {
                    out.println(status);
                } else {
                    PlanLines.status(status, out);
                }
                return 0;
            }
        }
    }

    /** {@code ./qalxan plan diff}. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description =
                    "Prints what changed from A to B: two editions by their numbers (0 is what the"
                            + " pack knows), or two plan files, which need no platform.")
    static final class Difference extends Part {

        @Parameters(index = "0", paramLabel = "A", description = "The earlier one.")
        String before = "";

        @Parameters(index = "1", paramLabel = "B", description = "The later one.")
        String after = "";

        @Override
        int run(PrintWriter out) throws IOException, CallRefused {
            JsonNode changes = changes();
            if (json) {
                out.println(changes);
            } else {
                PlanLines.changes(changes, out);
            }
            return 0;
        }

        private JsonNode changes() throws IOException, CallRefused {
            if (isNumber(before) && isNumber(after)) {
                try (PlanSide side = PlanSide.of(where)) {
                    return side.changes(Integer.parseInt(before), Integer.parseInt(after));
                }
            }
            if (isNumber(before) || isNumber(after)) {
                throw new CallRefused("give two numbers of editions, or two files.");
            }
            return PlanMessages.changes(
                    PlanComparison.between(read(Path.of(before)), read(Path.of(after))));
        }

        private static boolean isNumber(String text) {
            return text.matches("[0-9]{1,6}");
        }

        private static PlanFile read(Path file) throws IOException, CallRefused {
            return switch (PlanReader.read(bytes(file))) {
                case PlanRead.Read read -> read.file();
                case PlanRead.Refused refused -> throw new CallRefused(told(file, refused.flaws()));
            };
        }

        private static String told(Path file, List<PlanFlaw> flaws) {
            return flaws.stream().map(flaw -> file + ", " + flaw).collect(Collectors.joining("\n"));
        }
    }

    private static byte[] bytes(Path file) throws IOException, CallRefused {
        if (Files.exists(file) && Files.size(file) > PlanReader.BYTES_MAX) {
            throw new CallRefused(
                    "%s has more than %,d bytes.".formatted(file, PlanReader.BYTES_MAX));
        }
        return Files.readAllBytes(file);
    }
}
