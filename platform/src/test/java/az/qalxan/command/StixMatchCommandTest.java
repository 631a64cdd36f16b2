package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan stix match} as people and programs use it. */
class StixMatchCommandTest {

    private static final String OBSERVED =
            """
            {"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000001","objects":[
             {"type":"observed-data","id":"observed-data--00000000-0000-4000-8000-000000000002",
              "first_observed":"2026-01-01T00:00:00Z","last_observed":"2026-01-01T00:00:00Z",
              "number_observed":1,
              "object_refs":["ipv4-addr--00000000-0000-4000-8000-000000000003"]},
             {"type":"ipv4-addr","id":"ipv4-addr--00000000-0000-4000-8000-000000000003",
              "value":"198.51.100.7"}]}
            """;
    private static final String HIT = "[ipv4-addr:value = '198.51.100.7']";
    private static final String MISS = "[ipv4-addr:value = '198.51.100.8']";

    @TempDir Path folder;
    private Path observed;
    private Path patterns;

    @BeforeEach
    void files() throws IOException {
        observed = Files.writeString(folder.resolve("observed.json"), OBSERVED);
        patterns = folder.resolve("patterns.txt");
    }

    private Ran match(String text, Object... more) throws IOException {
        Files.writeString(patterns, text);
        Object[] words = {"match", "--pattern-file", patterns, "--observed", observed};
        return Ran.of(
                new StixCommand(),
                java.util.stream.Stream.of(List.of(words), List.of(more))
                        .flatMap(List::stream)
                        .toArray());
    }

    @Test
    void aPatternThatMatchedIsALine() throws IOException {
        Ran ran = match("# two\n" + HIT + "\n\n" + MISS + "\n");
        assertThat(ran.out()).isEqualTo(HIT + System.lineSeparator());
        assertThat(ran.code()).isZero();
        assertThat(ran.error()).isEmpty();
    }

    @Test
    void nothingMatchedIsAnAnswerToo() throws IOException {
        Ran ran = match(MISS);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void aPatternOverManyLinesIsOne() throws IOException {
        assertThat(match("[ipv4-addr:value =\n  '198.51.100.7']\n").out().lines()).hasSize(1);
    }

    @Test
    void programsGetEveryPatternAndWhatMatchedIt() throws IOException {
        List<JsonNode> rows =
                match(HIT + "\n" + MISS + "\n[nonsense\n", "--json")
                        .out()
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).path("matched").asBoolean()).isTrue();
        assertThat(rows.get(0).path("observed").get(0).asString(""))
                .isEqualTo("observed-data--00000000-0000-4000-8000-000000000002");
        assertThat(rows.get(1).path("matched").asBoolean()).isFalse();
        assertThat(rows.get(2).path("fault").asString("")).contains("allowed is");
        assertThat(rows.get(2).path("place").asString("")).isEqualTo("3");
    }

    @Test
    void aFaultIsToldWithItsPlaceAndTheOthersAreAsked() throws IOException {
        Ran ran = match("[ipv4-addr:value ~ 'x']\n" + HIT);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains(HIT);
        assertThat(ran.error()).contains(" 1: character 18");
    }

    @Test
    void aValueThatCannotBeJudgedIsTold() throws IOException {
        Ran ran = match("[ipv4-addr:value = t'2026-01-01T00:00:00Z']");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.error()).contains("observed-data--").contains("timestamp");
    }

    @Test
    void indicatorsAreAskedByTheirPatterns() throws IOException {
        String indicator =
                "{\"type\":\"indicator\",\"id\":\"indicator--1\",\"pattern_type\":\"stix\",\"pattern\":\""
                        + HIT
                        + "\"}";
        assertThat(match(indicator, "--json").out()).contains("indicator--1", "\"matched\":true");
    }

    @Test
    void observedDataMayStandOneALine() throws IOException {
        Files.writeString(observed, OBSERVED.replace("\n", "") + "\n{\"type\":\"identity\"}\n");
        assertThat(match(HIT).code()).isZero();
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() throws IOException {
        Files.writeString(observed, "{\"type\": ");
        Ran ran = match(HIT);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.error()).contains("line 1");
    }

    @Test
    void filesThatAreMissingAreNamed() throws IOException {
        Files.delete(observed);
        Ran ran = match(HIT);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.error()).contains("observed.json");
    }
}
