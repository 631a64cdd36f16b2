package az.qalxan.engines.threatintel.misp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.misp.Conversion.Converted;
import az.qalxan.engines.threatintel.misp.Conversion.Kept;
import az.qalxan.engines.threatintel.stix.BundleCheck;
import az.qalxan.engines.threatintel.stix.StixCheck;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Both ways, and both ways back. */
class MispStixTest {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final ObjectNode EVENT = read("event.json");
    private static final ObjectNode EVERYTHING =
            read("/az/qalxan/engines/threatintel/stix/everything.json");

    private static ObjectNode read(String file) {
        try (InputStream in = MispStixTest.class.getResourceAsStream(file)) {
            return parsed(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode parsed(byte[] bytes) {
        return (ObjectNode)
                ((JsonReading.Read) new StrictJson(JsonLimits.USUAL).read(bytes)).node();
    }

    /** As it is after it went over the wire. */
    private static ObjectNode sent(ObjectNode node) {
        return parsed(node.toString().getBytes(UTF_8));
    }

    private static Converted toStix(ObjectNode event) {
        return (Converted) MispStix.toStix(event);
    }

    private static Converted toMisp(ObjectNode bundle) {
        return (Converted) MispStix.toMisp(bundle, NOW);
    }

    private static ObjectNode byId(ObjectNode bundle, String id) {
        for (JsonNode object : bundle.path("objects")) {
            if (object.path("id").asString().equals(id)) {
                return (ObjectNode) object;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static String pattern(ObjectNode bundle, int number) {
        String uuid = "0a1b2c3d-0001-4000-8000-00000000000" + number;
        return byId(bundle, "indicator--" + uuid).path("pattern").asString();
    }

    @Test
    void anEventBecomesAValidBundle() {
        ObjectNode bundle = toStix(EVENT).result();
        List<String> broken = new ArrayList<>();
        new BundleCheck(new StixCheck())
                .judge(
                        new ByteArrayInputStream(bundle.toString().getBytes(UTF_8)),
                        one -> {
                            if (one.finding().rule().must()) {
                                broken.add(one.finding().toString());
                            }
                        });
        assertThat(broken).isEmpty();
        assertThat(pattern(bundle, 1)).isEqualTo("[ipv4-addr:value = '203.0.113.7']");
        assertThat(pattern(bundle, 2))
                .isEqualTo(
                        "[domain-name:value = 'bank.example'"
                                + " AND domain-name:resolves_to_refs[*].value = '2001:db8::7']");
        assertThat(pattern(bundle, 3)).startsWith("[file:name = 'o\\'rnek\\\\a.exe' AND file:hash");
        assertThat(pattern(bundle, 7)).isEqualTo("rule a { condition: true }");
    }

    @Test
    void theNarrowestTagHoldsForAllSinceTheReportKeepsTheEvent() {
        for (JsonNode object : toStix(EVENT).result().path("objects")) {
            if (!object.path("type").asString().equals("marking-definition")) {
                assertThat(object.path("object_marking_refs").path(0).asString())
                        .isEqualTo(Tlp.RED.marking());
            }
        }
    }

    @Test
    void whatStixCannotSayIsListedAndComesBack() {
        Converted stix = toStix(EVENT);
        assertThat(stix.kept())
                .extracting(Kept::pointer)
                .contains(
                        "/Event/Attribute/7",
                        "/Event/Attribute/8",
                        "/Event/Galaxy",
                        "/Event/EventReport",
                        "/Event/Object/0/Attribute/2",
                        "/Event/Object/0/ObjectReference",
                        "/Event/distribution")
                .doesNotContain("/Event/Attribute/0", "/Event/Object/0");
        Converted back = toMisp(sent(stix.result()));
        assertThat(back.result()).isEqualTo(EVENT);
        assertThat(back.kept()).isEmpty();
    }

    @Test
    void whatChangedInStixReplacesWhatMispSaid() {
        ObjectNode bundle = sent(toStix(EVENT).result());
        String uuid = "0a1b2c3d-0001-4000-8000-000000000001";
        byId(bundle, "indicator--" + uuid)
                .put("pattern", "[ipv4-addr:value = '203.0.113.8']")
                .put("modified", "2026-11-27T00:00:00.000Z");
        ObjectNode event = (ObjectNode) toMisp(bundle).result().get("Event");
        assertThat(event.path("Attribute").findValuesAsString("uuid")).doesNotContain(uuid);
        ArrayNode objects = (ArrayNode) event.get("Object");
        assertThat(objects.get(objects.size() - 1).path("Attribute").findValuesAsString("value"))
                .contains("203.0.113.8");
    }

    @Test
    void everyObjectOfStixGoesThroughMispAsItWas() {
        Converted misp = toMisp(EVERYTHING);
        ObjectNode back = toStix(sent(misp.result())).result();
        assertThat(back).isEqualTo(EVERYTHING);
        assertThat(misp.kept())
                .extracting(Kept::what)
                .contains("malware", "relationship", "sighting")
                .doesNotContain("indicator", "ipv4-addr", "vulnerability");
        JsonNode event = misp.result().get("Event");
        assertThat(event.path("Tag").path(0).path("name").asString()).isEqualTo("tlp:red");
        assertThat(event.findValuesAsString("type"))
                .contains("ip-dst", "AS", "sha256", "filename", "regkey", "mutex", "vulnerability");
    }

    @Test
    void aHeldObjectThatMispChangedIsSaidAnew() {
        ObjectNode event = sent(toMisp(EVERYTHING).result());
        for (JsonNode attribute : event.findParents("object_relation")) {
            if (attribute.path("type").asString().equals("ip-dst")
                    && attribute.path("to_ids").asBoolean()) {
                ((ObjectNode) attribute).put("value", "198.51.100.99");
            }
        }
        Converted stix = toStix(event);
        assertThat(stix.kept()).extracting(Kept::why).anyMatch(why -> why.contains("changed"));
        assertThat(stix.result().toString()).contains("[ipv4-addr:value = '198.51.100.99'");
    }

    @Test
    void otherThingsAreRefused() {
        ObjectNode nothing = parsed("{\"a\":1}".getBytes(UTF_8));
        assertThat(MispStix.toStix(nothing)).isInstanceOf(Conversion.Refused.class);
        assertThat(MispStix.toMisp(nothing, NOW)).isInstanceOf(Conversion.Refused.class);
        ObjectNode odd = parsed("{\"type\":\"bundle\",\"objects\":[1]}".getBytes(UTF_8));
        assertThat(MispStix.toMisp(odd, NOW)).isInstanceOf(Conversion.Refused.class);
    }
}
