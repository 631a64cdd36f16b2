package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan detect --indicators}. */
class DetectIndicatorsTest {

    private static final String EVENTS =
            """
            {"UtcTime":"2026-11-20 10:00:00.000","Hashes":"MD5=D41D8CD98F00B204E9800998ECF8427E"}
            {"UtcTime":"2026-11-20 10:00:00.000","Query":"www.uydurma.example"}
            {"UtcTime":"2026-12-20 10:00:00.000","Query":"www.uydurma.example"}
            {"url":"http:\\/\\/nadan.example\\/x","client":"198.51.100.7"}
            """;

    private static final String CSV =
            """
            value,type,source,confidence,tlp,valid_until
            uydurma[.]example,domain,mənbə,75,TLP:AMBER,2026-11-30
            198.51.100.0/24,ip,mənbə,10,,
            nothing,mutex,,,,
            """;

    @TempDir Path folder;

    private List<JsonNode> found(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    void indicatorsAreFoundWithWhatTheirSourceSays() throws IOException {
        Path events = Files.writeString(folder.resolve("events.ndjson"), EVENTS);
        Path csv = Files.writeString(folder.resolve("feed.csv"), CSV);
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "d41d8cd98f00b204e9800998ecf8427e\nhxxp://nadan[.]example/x\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ran ran = Ran.of(new DetectCommand(out), "--indicators", csv, list, "--events", events);
        assertThat(ran.code()).as(ran.error()).isZero();
        assertThat(ran.error())
                .contains("feed.csv: 2 indicators, 1 refused", "line 4:", "'mutex'")
                .contains("4 different indicators")
                .contains("4 events, 4 findings, 0 damaged");
        List<JsonNode> found = found(out);
        assertThat(found).extracting(one -> one.path("line").asInt()).containsExactly(1, 2, 4, 4);
        JsonNode named = found.get(1);
        assertThat(named.path("rule_id").asString()).isEqualTo("indicator");
        assertThat(named.path("level").asString()).isEqualTo("high");
        assertThat(named.path("title").asString()).isEqualTo("domain uydurma.example");
        assertThat(named.path("author").asString()).isEqualTo("mənbə");
        JsonNode indicator = named.path("indicator");
        assertThat(indicator.path("handling").asString()).isEqualTo("TLP:AMBER");
        assertThat(indicator.path("confidence").asInt()).isEqualTo(75);
        assertThat(indicator.path("valid_until").asString()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(named.path("matched").path(0).path("field").asString()).isEqualTo("Query");
        assertThat(found.getFirst().path("level").asString()).isEqualTo("medium");
        assertThat(found.getFirst().path("indicator").path("source").asString())
                .isEqualTo("list.txt");
        assertThat(found.getLast().path("level").asString()).isEqualTo("low");
    }

    @Test
    void withoutRulesAndIndicatorsThereIsNothingToLookFor() throws IOException {
        Path events = Files.writeString(folder.resolve("events.ndjson"), EVENTS);
        Ran ran = Ran.of(new DetectCommand(), "--events", events);
        assertThat(ran.code()).isEqualTo(2);
        Path gone = folder.resolve("gone");
        assertThat(Ran.of(new DetectCommand(), "--indicators", gone, "--events", events).code())
                .isEqualTo(2);
    }
}
