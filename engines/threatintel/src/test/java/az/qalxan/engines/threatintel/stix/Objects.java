package az.qalxan.engines.threatintel.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects for tests, written with ' instead of ". */
final class Objects {

    private static final StrictJson JSON = new StrictJson(JsonLimits.USUAL);

    private Objects() {}

    static ObjectNode of(String json) {
        return (ObjectNode) node(json);
    }

    static JsonNode node(String json) {
        return exactly(json.replace('\'', '"'));
    }

    static JsonNode exactly(String json) {
        JsonReading reading = JSON.read(json.getBytes(UTF_8));
        if (reading instanceof JsonReading.Read(JsonNode node)) {
            return node;
        }
        throw new IllegalArgumentException(reading + " of " + json);
    }

    static List<String> required(@Nullable Shape shape) {
        return shape == null ? List.of() : shape.required();
    }

    static ObjectNode indicator(String more) {
        return of(
                """
                {'type':'indicator','spec_version':'2.1',
                 'id':'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
                 'created_by_ref':'identity--f431f809-377b-45e0-aa1c-6a4751cae5ff',
                 'created':'2016-04-06T20:03:48.000Z','modified':'2016-04-06T20:03:48.000Z',
                 'name':'a','description':'b','pattern':'c','pattern_type':'yara',
                 'valid_from':'2016-01-01T00:00:00Z'%s}
                """
                        .formatted(more.isEmpty() ? "" : "," + more));
    }

    static List<String> codes(JsonNode object) {
        return new StixCheck()
                .judge(object).stream()
                        .filter(finding -> finding.rule().must())
                        .map(finding -> finding.rule().code() + ' ' + finding.pointer())
                        .toList();
    }
}
