package az.qalxan.evidence.dossier;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.caseontology.CaseShapes;
import az.qalxan.engines.caseontology.CaseVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The published shapes that this installation took over: the folder {@code qalxan.case.shapes}, or
 * {@code case-shapes} in the data folder.
 */
@Component
class ShapesInUse {

    private final Path folder;

    ShapesInUse(Environment environment, DataFolder data) {
        String named = environment.getProperty("qalxan.case.shapes", "");
        this.folder = named.isEmpty() ? data.path().resolve("case-shapes") : Path.of(named);
    }

    boolean present() {
        return Files.isDirectory(folder);
    }

    /** What they say of a graph; empty where there are none. */
    Optional<CaseVerdict> judge(byte[] graph) throws IOException {
        return present() ? Optional.of(CaseShapes.load(folder).validate(graph)) : Optional.empty();
    }
}
