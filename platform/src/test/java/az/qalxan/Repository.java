package az.qalxan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that a test runs in. */
public final class Repository {

    /** {@code -Dqalxan.rewrite=true} rewrites generated documents instead of comparing them. */
    private static final boolean REWRITE = Boolean.getBoolean("qalxan.rewrite");

    private Repository() {}

    /** The folder that holds {@code pom.xml} of the whole. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("engines")) ? folder : folder.resolve("..").normalize();
    }

    /** Every file below {@code folder} whose name ends so; build output is left out. */
    public static List<Path> files(String folder, String ending) {
        Path start = root().resolve(folder);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start)) {
            return walk.filter(path -> path.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/target/"))
                    .filter(path -> !path.toString().contains("/.git/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java sources of the program itself, without tests. */
    public static List<Path> mainSources() {
        return Stream.of("platform", "engines", "scaleout")
                .flatMap(folder -> files(folder, ".java").stream())
                .filter(path -> path.toString().contains("/src/main/"))
                .toList();
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed text of a generated document; rewritten first when asked for. */
    public static String committed(String file, String generated) {
        Path path = root().resolve(file);
        try {
            if (REWRITE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, generated);
            }
            return Files.exists(path) ? Files.readString(path) : "(absent)";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
