package az.qalxan.engines.caseontology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our verdict against the reports that UCO and CASE publish with their examples. */
class PublishedExamplesTest {

    private static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("QALXAN_OUTSIDE_DATA", "absent")).resolve("case");

    private static CaseShapes shapes;

    @BeforeAll
    static void load() throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        shapes = CaseShapes.load(FOLDER);
    }

    @Test
    void everyExampleOfUcoHasThePublishedVerdict() throws IOException {
        assertThat(differing("uco")).isEmpty();
    }

    @Test
    void everyExampleOfCaseHasThePublishedVerdict() throws IOException {
        assertThat(differing("case")).isEmpty();
    }

    @Test
    void graphsOfOursAreValidWithoutARemark() {
        List<Story> stories = new ArrayList<>(List.of(Stories.plain()));
        long seed = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            stories.add(Stories.random(seed + i));
        }
        assertThat(stories)
                .as("seed %d", seed)
                .allSatisfy(story ->
                        assertThat(shapes.validate(CaseGraph.of(story)))
                                .isInstanceOfSatisfying(
                                        CaseVerdict.Valid.class,
                                        valid -> assertThat(valid.remarks()).isEmpty()));
    }

    @Test
    void aNumberWhereATextBelongsIsFoundInOurs() {
        byte[] graph = CaseGraph.of(Stories.plain());
        String wrong = new String(graph, UTF_8).replace("Number\": \"0042/3\"", "Number\": 42");
        assertThat(shapes.validate(wrong.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        CaseVerdict.Invalid.class,
                        invalid ->
                                assertThat(invalid.violations())
                                        .extracting(Finding::constraint)
                                        .containsOnly("DatatypeConstraintComponent"));
    }

    @Test
    void aWordThatTheOntologyLacksIsRemarked() {
        byte[] graph = CaseGraph.of(Stories.plain());
        String wrong = new String(graph, UTF_8).replace("core:name", "core:nam");
        assertThat(shapes.validate(wrong.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        CaseVerdict.Valid.class,
                        valid ->
                                assertThat(valid.remarks())
                                        .extracting(Finding::value)
                                        .containsOnly(
                                                "https://ontology.unifiedcyberontology.org/uco/core/nam"));
    }

    private static List<String> differing(String ontology) throws IOException {
        List<String> differing = new ArrayList<>();
        Path examples = FOLDER.resolve(ontology).resolve("tests/examples");
        try (Stream<Path> list = Files.list(examples)) {
            for (Path file :
                    list.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
                CaseVerdict verdict = shapes.validate(file);
                Path report =
                        file.resolveSibling(
                                file.getFileName().toString().replace(".json", "_validation.ttl"));
                boolean published = Files.readString(report).contains("conforms \"true\"");
                if (verdict.valid() != published) {
                    differing.add(file.getFileName() + ": " + verdict);
                }
            }
        }
        return differing;
    }
}
