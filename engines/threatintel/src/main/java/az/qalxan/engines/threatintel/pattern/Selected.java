package az.qalxan.engines.threatintel.pattern;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value that a path has led to.
 *
 * @param octets what it stands for, where it is the value of a {@code _hex} or {@code _bin}
 *     property
 */
record Selected(JsonNode node, byte @Nullable [] octets) {

    boolean isText() {
        return octets == null && node.isString();
    }

    String text() {
        return node.stringValue();
    }

    boolean isNumber() {
        return octets == null && node.isNumber();
    }

    BigDecimal number() {
        return node.decimalValue();
    }
}
