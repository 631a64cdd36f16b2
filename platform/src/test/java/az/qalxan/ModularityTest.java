package az.qalxan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules keep to what they declare, and docs/modules shows them as they are. */
class ModularityTest {

    static final ApplicationModules MODULES =
            ApplicationModules.of(QalxanApplication.class, resideInAPackage("az.qalxan.engines.."));

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        MODULES.verify();
    }

    /** {@code -Dqalxan.rewrite=true} writes the committed copy anew. */
    @Test
    void theModuleMapIsTheCommittedOne(@TempDir Path folder) throws IOException {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> written = files.sorted().toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                String generated = Files.readString(file).strip() + "\n";
                assertThat(Repository.committed("docs/modules/" + file.getFileName(), generated))
                        .as("docs/modules/%s; rewrite with -Dqalxan.rewrite=true", file)
                        .isEqualTo(generated);
            }
        }
    }
}
