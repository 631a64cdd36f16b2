package az.qalxan.engines.caseontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes the files of one folder over into another, all or none. */
final class ShapeCopy {

    private ShapeCopy() {}

    static void replace(Path from, List<Path> files, Path to) throws IOException {
        Path parent = to.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "shapes");
        for (Path file : files) {
            Path target = fresh.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Path old = Files.createTempDirectory(parent, "shapes-old");
        if (Files.exists(to)) {
            Files.move(to, old.resolve("shapes"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
