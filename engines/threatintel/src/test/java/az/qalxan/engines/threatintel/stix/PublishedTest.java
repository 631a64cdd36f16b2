package az.qalxan.engines.threatintel.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What others published, judged. Skipped where their files are not at hand. */
class PublishedTest {

    private static Path folder() {
        String data = System.getenv("QALXAN_OUTSIDE_DATA");
        assumeTrue(data != null, "QALXAN_OUTSIDE_DATA names no folder");
        Path stix = Path.of(String.valueOf(data), "stix");
        assumeTrue(Files.isDirectory(stix), stix + " is not there");
        return stix;
    }

    @Test
    void everyPublishedExampleIsValid() throws IOException {
        try (Stream<Path> files = Files.walk(folder().resolve("schemas/examples"))) {
            List<Path> examples = files.filter(f -> f.toString().endsWith(".json")).toList();
            assertThat(examples).hasSizeGreaterThan(5);
            for (Path example : examples) {
                assertThat(broken(example)).as(example.toString()).isEmpty();
            }
        }
    }

    @Test
    void schemasAreNoStix() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("schemas/interop"))) {
            for (Path schema : files.toList()) {
                assertThat(broken(schema)).as(schema.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void icsAttackIsValidAndComesBackAsItWas() throws IOException {
        Path file = folder().resolve("ics-attack/ics-attack.json");
        assertThat(broken(file)).isEmpty();
        StrictJson json = new StrictJson(JsonLimits.USUAL);
        byte[] bytes = Files.readAllBytes(file);
        ObjectNode bundle = (ObjectNode) ((JsonReading.Read) json.read(bytes)).node();
        byte[] written = bundle.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ObjectNode again = (ObjectNode) ((JsonReading.Read) json.read(written)).node();
        assertThat(StixMeaning.same(bundle, again)).isTrue();
        assertThat(again).isEqualTo(bundle);
        assertThat(again.toString()).isEqualTo(bundle.toString());
    }

    private static List<String> broken(Path file) throws IOException {
        List<String> broken = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            new BundleCheck(new StixCheck())
                    .judge(
                            in,
                            located -> {
                                if (located.finding().rule().must()) {
                                    broken.add(located.line() + " " + located.finding());
                                }
                            });
        }
        return broken;
    }
}
