package az.qalxan.command;

import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import az.qalxan.engines.detection.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rule files as commands are given them.
 *
 * @param documents how many rules the files were meant to hold
 */
record SigmaFiles(RuleSet rules, int files, int documents) {

    private static final int DEPTH_MAX = 24;

    /** Reads files, and of folders every *.yml and *.yaml below them. */
    static SigmaFiles read(List<Path> places) throws IOException {
        return read(places, Pipeline.NONE);
    }

    /** The same, with rules changed by a pipeline. */
    static SigmaFiles read(List<Path> places, Pipeline pipeline) throws IOException {
        List<RulesRead> read = new ArrayList<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                read.add(
                        RuleReader.read(
                                file.toString(),
                                Files.readAllBytes(file),
                                Placeholders.NONE,
                                pipeline));
            }
        }
        int documents = read.stream().mapToInt(RulesRead::documents).sum();
        return new SigmaFiles(RuleSet.of(read), read.size(), documents);
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString(), null, "it is not there");
        }
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place, DEPTH_MAX)) {
            return all.filter(Files::isRegularFile).filter(SigmaFiles::named).sorted().toList();
        }
    }

    private static boolean named(Path file) {
        String name = file.toString();
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    int refused() {
        return documents - rules.rules().size() - rules.correlations().size() - rules.filters();
    }
}
