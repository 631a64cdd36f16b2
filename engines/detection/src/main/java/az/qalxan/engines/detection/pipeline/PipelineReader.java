package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlFlaw;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads files of processing pipelines in the form of pySigma. */
public final class PipelineReader {

    private static final YamlLimits LIMITS = new YamlLimits(4_000_000, 30, 200_000);

    private PipelineReader() {}

    /**
     * The pipeline that the file is.
     *
     * @throws BadPipeline where any part of it cannot be done here
     */
    public static Pipeline read(byte[] yaml) throws BadPipeline {
        YamlRead read = YamlReader.read(yaml, LIMITS);
        YamlFlaw flaw = read.flaw();
        if (flaw != null) {
            throw new BadPipeline(
                    flaw.line(), flaw.column(), "not YAML: " + flaw.kind() + ' ' + flaw.argument());
        }
        if (read.documents().size() != 1) {
            throw new BadPipeline(1, 1, "a file is one pipeline; write one document");
        }
        Entry root = Entry.of(read.documents().getFirst(), "the pipeline");
        root.only(
                Set.of(
                        "name",
                        "priority",
                        "vars",
                        "transformations",
                        "allowed_backends",
                        "description"));
        Map<String, List<String>> vars =
                root.has("vars") ? root.lists("vars") : new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Entry one : root.entries("transformations")) {
            steps.add(step(one, vars, 0));
        }
        return new Pipeline(root.text("name"), priority(root), steps);
    }

    private static int priority(Entry root) throws BadPipeline {
        Yaml written = root.mapping().at("priority");
        if (written == null) {
            return 0;
        }
        if (!written.text().matches("-?[0-9]{1,6}")) {
            throw new BadPipeline(written, "'priority' is no number; write one");
        }
        return Integer.parseInt(written.text());
    }

    static Step step(Entry at, Map<String, List<String>> vars, int depth) throws BadPipeline {
        return new Step(
                at.text("id"), new Asking(at).asked(), new Changing(at, vars, depth).change());
    }
}
