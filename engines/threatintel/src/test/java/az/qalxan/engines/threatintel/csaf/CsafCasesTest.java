package az.qalxan.engines.threatintel.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases of our own for CSAF 2.1: a document without fault, and what is changed in it. */
class CsafCasesTest {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);

    private static final CsafCheck CHECK = new CsafCheck(CLOCK);

    /** Tests that cannot fail apart from the schema, which forbids the same. */
    private static final Set<String> OF_THE_SCHEMA =
            Set.of("schema", "6.1.13", "6.1.37", "6.1.60.1");

    static String read(String name) {
        try (InputStream in = CsafCasesTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<JsonNode> cases() {
        return read("cases-2.1.jsonl").lines().map(JsonMapper.shared()::readTree).toList();
    }

    static JsonNode changed(JsonNode one) {
        JsonNode document = JsonMapper.shared().readTree(read("base-2.1.json"));
        for (JsonNode edit : one.get("edits")) {
            String at = edit.get("at").stringValue();
            int slash = at.lastIndexOf('/');
            JsonNode holder = document.at(at.substring(0, slash));
            set(holder, at.substring(slash + 1), edit.get("set"));
        }
        return document;
    }

    private static void set(JsonNode holder, String member, JsonNode value) {
        if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(member), value);
        } else if (value.isNull()) {
            ((ObjectNode) holder).remove(member);
        } else {
            ((ObjectNode) holder).set(member, value);
        }
    }

    @Test
    void aDocumentWithoutFaultFailsNoTest() {
        JsonNode document = JsonMapper.shared().readTree(read("base-2.1.json"));
        assertThat(CHECK.check(document).findings()).isEmpty();
    }

    @Test
    void eachCaseHasItsVerdict() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode one : cases()) {
            String test = one.get("test").stringValue();
            List<String> failed = CHECK.check(changed(one)).failed();
            boolean expected = one.get("fails").booleanValue();
            if (failed.contains(test) != expected) {
                wrong.add(test + " fails: " + expected + ", " + one.get("why"));
            }
            if (failed.contains(Finding.SCHEMA) && !OF_THE_SCHEMA.contains(test)) {
                wrong.add(test + " breaks the schema, " + one.get("why"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTestHasCasesThatFailAndThatPass() {
        Set<String> failing = new HashSet<>();
        Set<String> passing = new HashSet<>();
        for (JsonNode one : cases()) {
            boolean fails = one.get("fails").booleanValue();
            (fails ? failing : passing).add(one.get("test").stringValue());
        }
        assertThat(failing).containsAll(CHECK.numbers(CsafVersion.V2_1));
        assertThat(passing).containsAll(CHECK.numbers(CsafVersion.V2_1));
    }

    @Test
    void warningsAndHintsDoNotMakeADocumentInvalid() {
        JsonNode document = JsonMapper.shared().readTree(read("base-2.1.json"));
        ((ObjectNode) document.get("document")).remove("license_expression");
        CsafVerdict verdict = CHECK.check(document);
        assertThat(verdict.failed()).containsExactly("6.2.43");
        assertThat(verdict.isValid()).isTrue();
    }

    @Test
    void whatIsNoDocumentIsRefusedWithItsPlace() {
        CsafVerdict twice =
                CHECK.check(
                        "{\"document\": {}, \"document\": {}}".getBytes(StandardCharsets.UTF_8));
        assertThat(twice.isValid()).isFalse();
        assertThat(twice.findings().getFirst().words()).contains("line 1");
        assertThat(CHECK.check("[]".getBytes(StandardCharsets.UTF_8)).failed())
                .containsExactly("schema");
    }
}
