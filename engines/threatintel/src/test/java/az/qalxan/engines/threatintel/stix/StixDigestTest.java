package az.qalxan.engines.threatintel.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The digest of two objects is the same exactly if they say the same. */
class StixDigestTest {

    private static final List<String> OBJECTS =
            List.of(
                    "{}",
                    "{\"name\":\"a\",\"confidence\":1}",
                    "{\"confidence\":1.0,\"name\":\"a\"}",
                    "{\"confidence\":1,\"name\":\"a\",\"revoked\":false}",
                    "{\"confidence\":1,\"name\":\"a\",\"summary\":false}",
                    "{\"confidence\":1,\"name\":\"a\",\"revoked\":true}",
                    "{\"x_in\":{\"revoked\":false}}",
                    "{\"x_in\":{}}",
                    "{\"modified\":\"2020-01-01T00:00:00Z\"}",
                    "{\"modified\":\"2020-01-01T00:00:00.000Z\"}",
                    "{\"modified\":\"2020-01-01T00:00:00.0001Z\"}",
                    "{\"name\":\"2020-01-01T00:00:00Z\"}",
                    "{\"name\":\"2020-01-01T00:00:00.000Z\"}",
                    "{\"labels\":[\"a\",\"b\"]}",
                    "{\"labels\":[\"b\",\"a\"]}",
                    "{\"labels\":[\"a\\\",\\\"b\"]}",
                    "{\"labels\":null}",
                    "{\"name\":\"null\"}",
                    "{\"name\":null}",
                    "{\"name\":\"1\"}",
                    "{\"name\":1}",
                    "{\"name\":1e0}",
                    "{\"name\":true}",
                    "{\"name\":\"true\"}");

    @Test
    void itAgreesWithTheComparison() {
        for (String one : OBJECTS) {
            for (String other : OBJECTS) {
                ObjectNode first = (ObjectNode) JsonMapper.shared().readTree(one);
                ObjectNode second = (ObjectNode) JsonMapper.shared().readTree(other);
                boolean same = StixMeaning.same(first, second);
                assertThat(
                                java.util.Arrays.equals(
                                        StixDigest.sha256(first), StixDigest.sha256(second)))
                        .as(one + " and " + other)
                        .isEqualTo(same);
            }
        }
    }
}
