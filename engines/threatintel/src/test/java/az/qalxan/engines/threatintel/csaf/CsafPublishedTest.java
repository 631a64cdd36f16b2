package az.qalxan.engines.threatintel.csaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our verdicts beside those that OASIS publishes with its cases for CSAF 2.0. */
class CsafPublishedTest {

    private static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("QALXAN_OUTSIDE_DATA", "absent"))
                    .resolve("csaf/csaf_2.0");

    /** Published as valid, but the same algorithm stands twice for a file: 6.1.25 forbids it. */
    private static final Set<String> INVALID_IN_TRUTH =
            Set.of(
                    "optional/oasis_csaf_tc-csaf_2_0-2021-6-2-08-02.json",
                    "optional/oasis_csaf_tc-csaf_2_0-2021-6-2-09-02.json");

    /** A page that is not there on a host that is: nobody can know without asking. */
    private static final String ASKS_THE_NETWORK =
            "informative/oasis_csaf_tc-csaf_2_0-2021-6-3-06-02.json";

    private static final CsafCheck CHECK = new CsafCheck(CsafCasesTest.CLOCK);

    @BeforeAll
    static void needsTheCases() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
    }

    @Test
    void everyCaseHasThePublishedVerdictAndTest() throws IOException {
        Path data = FOLDER.resolve("test/validator/data");
        JsonNode cases = JsonMapper.shared().readTree(data.resolve("testcases.json").toFile());
        List<String> wrong = new ArrayList<>();
        for (JsonNode test : cases.get("tests")) {
            String number = test.get("id").stringValue();
            for (String kind : List.of("failures", "valid")) {
                for (JsonNode one : test.path(kind)) {
                    String name = one.get("name").stringValue();
                    CsafVerdict verdict = CHECK.check(Files.readAllBytes(data.resolve(name)));
                    boolean valid = one.get("valid").booleanValue();
                    boolean expected = valid && !INVALID_IN_TRUTH.contains(name);
                    boolean fails = kind.equals("failures") && !name.equals(ASKS_THE_NETWORK);
                    if (verdict.isValid() != expected
                            || verdict.failed().contains(number) != fails) {
                        wrong.add(name + " " + verdict);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void publishedAdvisoriesAreValid() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("examples/csaf"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                CsafVerdict verdict = CHECK.check(Files.readAllBytes(file));
                assertThat(verdict.findings().stream().filter(Finding::isError))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }
}
