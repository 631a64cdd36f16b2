package az.qalxan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules keep to what they declare, and docs/modules shows them as they are. */
class ModularityTest {

    private static final Pattern ITEM = Pattern.compile("\\* |Rel\\(|\\s+Component\\(");

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
                String generated = settled(Files.readAllLines(file));
                assertThat(Repository.committed("docs/modules/" + file.getFileName(), generated))
                        .as("docs/modules/%s; rewrite with -Dqalxan.rewrite=true", file)
                        .isEqualTo(generated);
            }
        }
    }

    /**
     * The same text with lists in the order of their words: the generator's changes with the run.
     */
    private static String settled(List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<String> list = new ArrayList<>();
        for (String line : lines) {
            boolean first = line.startsWith("|* ");
            if (first || !ITEM.matcher(line).lookingAt()) {
                flush(list, text);
            }
            if (first) {
                text.append("|");
            }
            if (first || ITEM.matcher(line).lookingAt()) {
                list.add(first ? line.substring(1) : line);
            } else {
                text.append(line).append("\n");
            }
        }
        flush(list, text);
        return text.toString().strip() + "\n";
    }

    private static void flush(List<String> list, StringBuilder text) {
        list.stream().sorted().forEach(item -> text.append(item).append("\n"));
        list.clear();
    }
}
