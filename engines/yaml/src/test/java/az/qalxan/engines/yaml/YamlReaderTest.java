package az.qalxan.engines.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.yaml.YamlFlaw.Kind;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    private static final YamlLimits LIMITS = new YamlLimits(5_000, 5, 100);

    private static YamlRead read(String text) {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    @Test
    void valuesKnowTheirPlace() {
        Yaml root = read("a: x\nlist:\n  - 1\n  - {b: 'true'}\n").documents().getFirst();
        Yaml inner = at(root, "list").items().getLast();
        assertThat(inner.line()).isEqualTo(4);
        assertThat(inner.column()).isEqualTo(5);
        assertThat(at(inner, "b").text()).isEqualTo("true");
        assertThat(((Yaml.Scalar) at(inner, "b")).truth()).isNull();
    }

    private static Yaml at(Yaml node, String key) {
        return Objects.requireNonNull(node.entries().get(key));
    }

    @Test
    void nothingIsWhatSaysNothingWithoutQuotes() {
        Yaml root = read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n").documents().getFirst();
        assertThat(root.entries().values())
                .extracting(Yaml::nothing)
                .containsExactly(true, true, true, false, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1|ALIAS|1",
                "a: 1\\nb: *x|ALIAS|2",
                "a: !!int 1|ALIAS|1",
                "&x a: 1|ALIAS|1",
                "a: 1\\na: 2|KEY_TWICE|2",
                "? [a]\\n: 1|KEY_NOT_PLAIN|1",
                "a: [[[[[1]]]]]|TOO_DEEP|1",
                "a: [1|NOT_YAML|1",
                "a: 1\\nb: \"\\UFFFFFFFF\"|NOT_YAML|2"
            })
    void whatIsRefusedIsPlaced(String written, Kind kind, int line) {
        YamlFlaw flaw = Objects.requireNonNull(read(written.replace("\\n", "\n")).flaw());
        assertThat(flaw.kind()).isEqualTo(kind);
        assertThat(flaw.line()).isEqualTo(line);
    }

    @Test
    void sizesAreBounded() {
        assertThat(YamlReader.read(new byte[5_001], LIMITS).flaw()).isNotNull();
        assertThat(Objects.requireNonNull(read("[" + "1,".repeat(101) + "]").flaw()).kind())
                .isEqualTo(Kind.TOO_MANY_VALUES);
        assertThat(Objects.requireNonNull(YamlReader.read(new byte[] {-1}, LIMITS).flaw()).kind())
                .isEqualTo(Kind.NOT_UTF8);
    }

    @Test
    void documentsBeforeAFlawAreKept() {
        YamlRead read = read("a: 1\n---\nb: &x 2\n");
        assertThat(read.documents()).hasSize(1);
        assertThat(read.flaw()).isNotNull();
    }

    /** The scanner reads in parts of 1,024 units; a pair of them may lie across the seam. */
    @Test
    void aCharacterOfTwoUnitsMayStandAnywhere() {
        for (int before = 1_000; before < 1_050; before++) {
            String text = "a: " + "n".repeat(before) + "\uD83D\uDEE1".repeat(3) + "\nb: 1\n";
            assertThat(read(text).flaw()).isNull();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAnAnswer(byte[] bytes) {
        assertThat(YamlReader.read(bytes, LIMITS)).isNotNull();
    }
}
