package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * {@code ./qalxan bench}: runs a program of the folder {@code benchmarks} from its source (JEP
 * 458).
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Lists the benchmarks, or runs one. Each prints its input, the machine, the figure"
                        + " and the target; --json prints one JSON object. Other options go to the"
                        + " benchmark: ./qalxan bench NAME --help")
final class BenchCommand implements Callable<Integer> {

    private static final String ENDING = "Bench.java";

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one; none lists them.")
    String name = "";

    @Unmatched List<String> rest = new ArrayList<>();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("qalxan.home", "")).resolve("benchmarks");
        if (!Files.isDirectory(folder)) {
            return refuse("the folder " + folder.toAbsolutePath() + " is not there.");
        }
        if (name.isEmpty()) {
            return list(folder);
        }
        Optional<Path> program = program(folder);
        return program.isPresent()
                ? run(program.get())
                : refuse("there is no benchmark " + name + "; ./qalxan bench lists them.");
    }

    private int list(Path folder) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Stream<Path> programs = Files.list(folder)) {
            for (Path program : programs.sorted().toList()) {
                String file = program.getFileName().toString();
                if (file.endsWith(ENDING)) {
                    out.printf("%-16s %s%n", name(file), purpose(program));
                }
            }
        }
        out.flush();
        return 0;
    }

    /** SeriesDatabaseBench.java is called series-database. */
    private static String name(String file) {
        return file.substring(0, file.length() - ENDING.length())
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** The first sentence of the program's comment. */
    private static String purpose(Path program) throws IOException {
        try (Stream<String> lines = Files.lines(program)) {
            return lines.filter(line -> line.startsWith("/** "))
                    .findFirst()
                    .map(line -> line.replace("/** ", "").replace(" */", ""))
                    .orElse("");
        }
    }

    /** The benchmark of that name, or the only one that begins so. */
    private Optional<Path> program(Path folder) throws IOException {
        try (Stream<Path> programs = Files.list(folder)) {
            List<Path> begun =
                    programs.filter(path -> path.getFileName().toString().endsWith(ENDING))
                            .filter(path -> name(path.getFileName().toString()).startsWith(name))
                            .toList();
            return begun.stream()
                    .filter(path -> name(path.getFileName().toString()).equals(name))
                    .findFirst()
                    .or(() -> begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty());
        }
    }

    private int run(Path program) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dqalxan.home=" + System.getProperty("qalxan.home", ""),
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.toString()));
        command.addAll(rest);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("bench: " + why);
        return 1;
    }
}
