import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The options of every benchmark: --json, --work DIR (an own folder, by default a temporary one
 * that is deleted at the end), --help, and a benchmark's own numbers.
 */
final class Options {

    private final List<String> words;
    private final Path work;

    Options(String usage, String... words) {
        this.words = List.of(words);
        if (has("--help")) {
            System.out.println(usage + " [--json] [--work DIR]");
            System.exit(0);
        }
        this.work = open(text("--work", ""));
    }

    private static Path open(String given) {
        try {
            if (!given.isEmpty()) {
                return Files.createDirectories(Path.of(given).toAbsolutePath());
            }
            Path temporary = Files.createTempDirectory("qalxan-bench");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(temporary)));
            return temporary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String option) {
        return words.contains(option);
    }

    int number(String option, int usual) {
        return Integer.parseInt(text(option, String.valueOf(usual)));
    }

    String text(String option, String usual) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 == words.size() ? usual : words.get(at + 1);
    }

    /** A folder for everything that the benchmark writes. */
    Path work() {
        return work;
    }

    /** Progress, for people only. */
    void tell(String format, Object... arguments) {
        System.err.printf("  " + format + "%n", arguments);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("cannot delete " + folder + ": " + e.getMessage());
        }
    }
}
