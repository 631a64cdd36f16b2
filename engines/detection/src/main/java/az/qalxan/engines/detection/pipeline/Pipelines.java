package az.qalxan.engines.detection.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The pipelines that come with the engine, as data. */
public final class Pipelines {

    private static final List<String> NAMES =
            List.of(
                    "ecs_windows",
                    "sysmon",
                    "windows-audit",
                    "windows-security",
                    "auditd",
                    "zeek",
                    "suricata",
                    "ocsf");

    private Pipelines() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The pipeline of the name. */
    public static Optional<Pipeline> of(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = Pipelines.class.getResourceAsStream(name + ".yml")) {
            if (in == null) {
                throw new IllegalStateException("the pipeline " + name + " is not there");
            }
            return Optional.of(PipelineReader.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadPipeline e) {
            throw new IllegalStateException(name + " line " + e.line(), e);
        }
    }
}
