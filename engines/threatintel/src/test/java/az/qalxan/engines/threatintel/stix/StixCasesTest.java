package az.qalxan.engines.threatintel.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One object of every type with every property, and what happens when something is changed. */
class StixCasesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What extensions and dictionaries hold is their own affair. */
    private static final List<String> FREE =
            List.of(
                    "/extensions/extension-definition--",
                    "/ipfix/",
                    "/document_info_dict/",
                    "/exif_tags/",
                    "/startup_info",
                    "/contents/az/",
                    "/request_header/",
                    "/additional_header_fields/Reply-To",
                    "/definition");

    private static final ArrayNode EVERYTHING =
            (ArrayNode) Objects.exactly(text("everything.json")).get("objects");

    private static String text(String file) {
        try (InputStream in = StixCasesTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode first(String type) {
        for (JsonNode object : EVERYTHING) {
            if (object.path("type").asString().equals(type)) {
                return (ObjectNode) object.deepCopy();
            }
        }
        throw new IllegalArgumentException(type);
    }

    @Test
    void everyTypeIsThereWithEveryPropertyAndIsValid() {
        Map<String, TreeSet<String>> used = new TreeMap<>();
        for (JsonNode object : EVERYTHING) {
            assertThat(Objects.codes(object)).as(object.toString()).isEmpty();
            used.computeIfAbsent(object.path("type").asString(), type -> new TreeSet<>())
                    .addAll(object.propertyNames());
        }
        Specification specification = Specification.stix21();
        assertThat(used.keySet()).isEqualTo(new TreeSet<>(specification.objects().keySet()));
        specification
                .objects()
                .forEach((type, shape) -> {
                    if (specification.kind(type) != ObjectKind.SCO) {
                        return;
                    }
                    TreeSet<String> missing = new TreeSet<>(shape.properties().keySet());
                    missing.removeAll(used.getOrDefault(type, new TreeSet<>()));
                    missing.removeAll(List.of("granular_markings", "extensions"));
                    assertThat(missing).as(type).isEmpty();
                });
    }

    @Test
    void casesAreJudgedAsTheSectionsSay() {
        int count = 0;
        for (String line : text("cases.txt").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" \\| ", 3);
            ObjectNode object = first(parts[1]);
            object.remove("granular_markings");
            patch(object, Objects.of(parts[2]));
            List<String> codes = Objects.codes(object);
            if (parts[0].equals("ok")) {
                assertThat(codes).as(line).isEmpty();
            } else {
                assertThat(codes).as(line).contains(parts[0]);
            }
            count++;
        }
        assertThat(count).isGreaterThan(170);
    }

    private static void patch(ObjectNode object, ObjectNode patch) {
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                object.remove(name);
            } else if (value instanceof ObjectNode inner
                    && object.get(name) instanceof ObjectNode there) {
                patch(there, inner);
            } else {
                object.set(name, value);
            }
        });
    }

    @Test
    void whateverIsRequiredIsMissed() {
        for (JsonNode object : EVERYTHING) {
            String type = object.path("type").asString();
            Shape shape = Specification.stix21().shape(type);
            assertThat(shape).as(type).isNotNull();
            for (String name : Objects.required(shape)) {
                ObjectNode copy = (ObjectNode) object.deepCopy();
                copy.remove(name);
                assertThat(Objects.codes(copy)).as(type + " " + name).isNotEmpty();
            }
        }
    }

    @Test
    void everyValueOfAnotherTypeIsRefused() {
        int changed = 0;
        for (JsonNode object : EVERYTHING) {
            List<String> pointers = new ArrayList<>();
            collect(object, "", pointers);
            for (String pointer : pointers) {
                JsonNode value = object.at(pointer);
                for (JsonNode other : others(value)) {
                    ObjectNode copy = (ObjectNode) object.deepCopy();
                    replace(copy, pointer, other);
                    assertThat(Objects.codes(copy))
                            .as("%s%s = %s", object.path("type"), pointer, other)
                            .isNotEmpty();
                    changed++;
                }
            }
        }
        assertThat(changed).isGreaterThan(3000);
    }

    private static List<JsonNode> others(JsonNode value) {
        List<JsonNode> others = new ArrayList<>();
        others.add(NODES.nullNode());
        others.add(value.isArray() ? NODES.stringNode("x") : NODES.arrayNode());
        others.add(value.isBoolean() ? NODES.stringNode("true") : NODES.booleanNode(true));
        others.add(value.isNumber() ? NODES.stringNode("1") : NODES.numberNode(1.5));
        others.add(value.isObject() ? NODES.stringNode("x") : NODES.objectNode());
        return others;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (FREE.stream().anyMatch(pointer::contains)) {
            return;
        }
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> collect(value, pointer + '/' + name, pointers));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + '/' + i, pointers);
            }
        }
    }

    private static void replace(ObjectNode object, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = object.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode members) {
            members.set(last, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), value);
        }
    }

    @Test
    void aBundleSaysWhatItsObjectsSayTogether() {
        String tool = first("tool").toString();
        ObjectNode other = first("tool").put("name", "other");
        ObjectNode later = first("tool").put("modified", "2027-01-01T00:00:00.000Z");
        ObjectNode revoked = first("tool").put("revoked", true);
        assertThat(bundle("", tool, tool)).isEmpty();
        assertThat(bundle("", tool, other.toString()))
                .containsExactly("same-version-twice /objects/1");
        assertThat(bundle("", revoked.toString(), later.toString()))
                .containsExactly("after-revocation /objects/1/modified");
        assertThat(bundle("", later.toString(), revoked.toString()))
                .containsExactly("after-revocation /objects/1/revoked");
        ObjectNode posing =
                later.deepCopy()
                        .put(
                                "created_by_ref",
                                first("tool").path("id").asString().replace("tool", "identity"));
        assertThat(bundle("", tool, posing.toString()))
                .contains("creator-changed /objects/1/created_by_ref");
        ObjectNode moved = later.deepCopy().put("created", "2026-01-01T00:00:00.000Z");
        assertThat(bundle("", tool, moved.toString()))
                .contains("created-changed /objects/1/created");
        ObjectNode reused =
                first("campaign")
                        .put("id", first("tool").path("id").asString().replace("tool", "campaign"));
        assertThat(bundle("", tool, reused.toString())).contains("uuid-reused /objects/1/id");
        assertThat(bundle("", "{'type':'bundle'}")).contains("bundle /objects/0");
        assertThat(bundle("", "3")).contains("not-stix /objects/0");
        assertThat(bundle("")).contains("empty-list /objects");
        assertThat(judge("{'type':'bundle','id':'bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f'}"))
                .isEmpty();
        assertThat(judge("{'type':'bundle'}")).contains("required ");
        assertThat(
                        judge(
                                "{'type':'bundle','objects':{},"
                                        + "'id':'bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f'}"))
                .contains("wrong-type /objects");
        assertThat(judge("{'objects':[" + tool + "]}")).contains("bundle ");
        assertThat(judge("[" + tool + "]")).contains("not-json ");
        assertThat(judge("{'type':'tool','type':'tool'}")).contains("not-json /type");
        assertThat(judge(tool)).isEmpty();
    }

    private static List<String> bundle(String more, String... objects) {
        return judge(
                "{'type':'bundle','id':'bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f'"
                        + more
                        + ",'objects':["
                        + String.join(",\n", objects)
                        + "]}");
    }

    private static List<String> judge(String json) {
        List<String> codes = new ArrayList<>();
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        new BundleCheck(new StixCheck())
                .judge(
                        new ByteArrayInputStream(bytes),
                        one -> {
                            StixFinding finding = one.finding();
                            if (finding.rule().must()) {
                                codes.add(finding.rule().code() + ' ' + finding.pointer());
                            }
                        });
        return codes;
    }
}
