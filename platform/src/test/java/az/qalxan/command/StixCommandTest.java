package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan stix check} and {@code misp convert} as people and programs use them. */
class StixCommandTest {

    private static final String TOOL =
            """
            {"type":"tool","spec_version":"2.1","id":"tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
             "created":"2026-04-06T20:03:48.000Z","modified":"2026-04-06T20:03:48.000Z",
             "name":"VNC"}
            """;

    @TempDir Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aValidObjectIsValid() throws IOException {
        Ran ran = Ran.of(new StixCommand(), "check", file("good.json", TOOL));
        assertThat(ran.out()).endsWith("good.json: valid, objects: 1, violations: 0, advice: 0\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aViolationHasRuleSectionPointerAndLine() throws IOException {
        String bundle =
                """
                {"type":"bundle","id":"bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
                 "objects":[
                %s]}
                """
                        .formatted(TOOL.replace("\"name\":\"VNC\"", "\"labels\":[]"));
        Ran ran = Ran.of(new StixCommand(), "check", "--json", file("bad.json", bundle));
        assertThat(ran.code()).isEqualTo(1);
        JsonNode json = ran.json();
        assertThat(json.path("valid").asBoolean()).isFalse();
        assertThat(json.path("violations").asInt()).isEqualTo(2);
        assertThat(json.path("findings").findValuesAsString("code"))
                .containsExactlyInAnyOrder("required", "empty-list");
        assertThat(json.path("findings").findValuesAsString("clause"))
                .containsExactlyInAnyOrder("4.18", "2.12");
        assertThat(json.path("findings").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/objects/0", "/objects/0/labels");
        assertThat(json.path("findings").path(0).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void whatCannotBeReadSaysSo() throws IOException {
        Ran broken = Ran.of(new StixCommand(), "check", file("broken.json", "{\"a\":"));
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("not valid").contains("not-json");
        Ran none = Ran.of(new StixCommand(), "check", folder.resolve("none.json"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.out()).contains("cannot be read");
    }

    @Test
    void anEventBecomesABundleAndWhatIsKeptIsListed() throws IOException {
        Path event =
                file(
                        "event.json",
                        """
                        {"Event":{"info":"a","uuid":"5d1e8c0a-9b44-4f0b-8b6e-2a7b0c9d1e2f",
                        "Attribute":[{"type":"comment","value":"b"}]}}
                        """);
        Ran ran = Ran.of(new MispCommand(), "convert", event, "--to", "stix", "--json");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().at("/result/type").asString()).isEqualTo("bundle");
        assertThat(ran.json().at("/kept/0/pointer").asString()).isEqualTo("/Event/Attribute/0");
        Path bundle = file("bundle.json", ran.json().get("result").toString());
        assertThat(Ran.of(new StixCommand(), "check", bundle).code()).isZero();
        Ran back = Ran.of(new MispCommand(), "convert", bundle, "--to", "misp");
        assertThat(back.json().at("/Event/Attribute/0/value").asString()).isEqualTo("b");
        Ran refused = Ran.of(new MispCommand(), "convert", event, "--to", "misp");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains("bundle");
    }
}
