package az.qalxan.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files a run of {@code ./qalxan link} reads and writes. */
final class LinkFiles {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE.csv",
            description = "The table; several are read as one.")
    List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "FILE.yaml",
            description = "What the columns hold: a path, or febrl.yaml, people.yaml.")
    Path schema = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.csv",
            description = "The table with cluster_id; an old file is replaced.")
    Path out = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "PATH",
            description = "File or folder of the report (beside the output).")
    @Nullable Path report;

    /** The files that a run writes. */
    record Written(Path output, Path report, Path picture) {}

    /** Checks where results go, before work begins. */
    Written written() throws IOException, LinkRefused {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            throw new LinkRefused(out + " is no place for a file; make its folder first.");
        }
        String name = out.getFileName().toString().replaceFirst("\\.[A-Za-z]{1,4}$", "");
        Path html = report(name + ".report.html");
        String plain = html.getFileName().toString().replaceFirst("(\\.report)?\\.html?$", "");
        Path picture = html.resolveSibling(plain + ".scores.svg");
        for (Path input : inputs) {
            for (Path place : List.of(out, html, picture)) {
                if (Files.exists(place) && Files.isSameFile(input, place)) {
                    throw new LinkRefused(
                            "%s is an input and would be overwritten; give another file."
                                    .formatted(place));
                }
            }
        }
        return new Written(out, html, picture);
    }

    private Path report(String name) {
        if (report == null) {
            return out.resolveSibling(name);
        }
        return Files.isDirectory(report) ? report.resolve(name) : report;
    }
}
