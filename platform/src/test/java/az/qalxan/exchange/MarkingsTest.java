package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far a marking lets an object travel, however the marking is written. */
class MarkingsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ID = "marking-definition--00000000-0000-4000-8000-000000000001";

    private static Markings.Reading read(String definition) {
        Map<String, JsonNode> book = Map.of(ID, JSON.readTree(definition));
        JsonNode object = JSON.readTree("{\"object_marking_refs\":[\"" + ID + "\"]}");
        return Markings.of(object, book::get, Handling.GREEN);
    }

    @ParameterizedTest
    @CsvSource({
        "clear, CLEAR",
        "green, GREEN",
        "amber, AMBER",
        "amber+strict, AMBER_STRICT",
        "red, RED"
    })
    void tlpAsItsExtensionWritesIt(String word, Handling handling) {
        assertThat(
                        read(
                                """
                                {"extensions":{"extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d":
                                 {"extension_type":"property-extension","tlp_2_0":"%s"}}}\
                                """
                                        .formatted(word)))
                .isEqualTo(new Markings.Known(handling, null));
    }

    @ParameterizedTest
    @CsvSource({"white, CLEAR", "green, GREEN", "amber, AMBER", "red, RED", "TLP:RED, RED"})
    void tlpAsItWasWrittenBefore(String word, Handling handling) {
        assertThat(read("{\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"" + word + "\"}}"))
                .isEqualTo(new Markings.Known(handling, null));
    }

    @ParameterizedTest
    @CsvSource({"clear, 0", "white, 0", "green, 1", "amber, 2", "red, 3", "PAP:RED, 3"})
    void papSaysWhatMayBeDoneAndNotHowFarItMayTravel(String word, int rank) {
        assertThat(read("{\"extensions\":{\"x\":{\"pap\":\"" + word + "\"}}}"))
                .isEqualTo(new Markings.Known(Handling.GREEN, rank));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"purple\"}}",
                "{\"definition_type\":\"secret\",\"definition\":{\"secret\":\"top\"}}",
                "{\"extensions\":{\"x\":{\"level\":\"top\"}}}",
                "{\"extensions\":{\"x\":{\"tlp_2_0\":7}}}"
            })
    void whatCannotBeReadIsUnknown(String definition) {
        assertThat(read(definition)).isEqualTo(new Markings.Unknown(ID));
    }
}
