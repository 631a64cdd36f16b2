package az.qalxan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules keep to what they declare, and docs/modules shows them as they are. */
class ModularityTest {

    private static final Pattern ITEM = Pattern.compile("\\* |Rel\\(|\\s+Component\\(");

    private static final Pattern PACKAGE =
            Pattern.compile("^package az\\.qalxan\\.(.+);", Pattern.MULTILINE);

    private static final Thread READER = Thread.currentThread();
    private static final ClassLoader USUAL = READER.getContextClassLoader();

    @BeforeAll
    static void readWhatTheProgramDeclares() {
        Path classes =
                Path.of(
                        QalxanApplication.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        READER.setContextClassLoader(new MainDescriptions(classes, USUAL));
    }

    @AfterAll
    static void readAsBefore() {
        READER.setContextClassLoader(USUAL);
    }

    /** Made once, after the first test's class loader is set. */
    private static final class Made {
        static final ApplicationModules MODULES =
                ApplicationModules.of(
                        QalxanApplication.class, resideInAPackage("az.qalxan.engines.."));
    }

    /** A module whose description was not read could depend on anything. */
    @Test
    void everyPackageThatDeclaresAModuleIsOne() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : Repository.files("platform/src/main/java", "package-info.java")) {
            String text = Repository.read(file);
            Matcher name = PACKAGE.matcher(text);
            if (text.contains("@ApplicationModule")
                    && name.find()
                    && Made.MODULES.getModuleByName(name.group(1)).isEmpty()) {
                missing.add(name.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        Made.MODULES.verify();
    }

    /** {@code -Dqalxan.rewrite=true} writes the committed copy anew. */
    @Test
    void theModuleMapIsTheCommittedOne(@TempDir Path folder) throws IOException {
        new Documenter(
                        Made.MODULES,
                        Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> written = files.sorted().toList();
            for (Path file : written) {
                String generated = settled(Files.readAllLines(file));
                assertThat(Repository.committed("docs/modules/" + file.getFileName(), generated))
                        .as("docs/modules/%s; rewrite with -Dqalxan.rewrite=true", file)
                        .isEqualTo(generated);
            }
            assertThat(Repository.files("docs/modules", "").stream().map(Path::getFileName))
                    .as("docs/modules holds what is written and nothing else")
                    .containsExactlyInAnyOrderElementsOf(
                            written.stream().map(Path::getFileName).toList());
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
