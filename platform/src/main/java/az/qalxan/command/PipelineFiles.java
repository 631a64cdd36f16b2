package az.qalxan.command;

import az.qalxan.engines.detection.pipeline.BadPipeline;
import az.qalxan.engines.detection.pipeline.Pipeline;
import az.qalxan.engines.detection.pipeline.PipelineReader;
import az.qalxan.engines.detection.pipeline.Pipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pipelines as commands are given them: by the name of one that comes along, or in a file. */
final class PipelineFiles {

    private PipelineFiles() {}

    /** All of them as one. */
    static Pipeline read(List<String> named) throws IOException {
        List<Pipeline> pipelines = new ArrayList<>();
        for (String one : named) {
            Pipeline known = Pipelines.of(one).orElse(null);
            pipelines.add(known == null ? file(one) : known);
        }
        return Pipeline.of(pipelines);
    }

    private static Pipeline file(String name) throws IOException {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "the pipeline '%s' is no file and none of %s"
                            .formatted(name, String.join(", ", Pipelines.names())));
        }
        try {
            return PipelineReader.read(Files.readAllBytes(file));
        } catch (BadPipeline e) {
            throw new IOException(
                    "%s:%d:%d: %s".formatted(name, e.line(), e.column(), e.getMessage()), e);
        }
    }
}
