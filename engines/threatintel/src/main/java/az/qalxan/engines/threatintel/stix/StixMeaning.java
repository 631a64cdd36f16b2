package az.qalxan.engines.threatintel.stix;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether two objects say the same: the order of members does not matter, nor do properties with
 * their default values, zeros at the end of moments and numbers. Lists keep their order.
 */
public final class StixMeaning {

    private static final Set<String> FALSE_BY_DEFAULT = Set.of("revoked", "defanged", "summary");

    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;

    private StixMeaning() {}

    public static boolean same(ObjectNode one, ObjectNode other) {
        return members(one, other, true) && members(other, one, true);
    }

    /** A number that is the same for objects that say the same, seldom for others. */
    public static long hash(ObjectNode object) {
        return hash(object, "", true);
    }

    private static boolean members(ObjectNode one, ObjectNode other, boolean top) {
        return one.propertyStream()
                .allMatch(member -> {
                    JsonNode there = other.get(member.getKey());
                    return there == null
                            ? top && byDefault(member.getKey(), member.getValue())
                            : same(member.getKey(), member.getValue(), there);
                });
    }

    static boolean byDefault(String name, JsonNode value) {
        return value.isBoolean() && !value.asBoolean() && FALSE_BY_DEFAULT.contains(name);
    }

    private static boolean same(String name, JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode first && other instanceof ObjectNode second) {
            return first.size() == second.size() && members(first, second, false);
        }
        if (one.isArray() && other.isArray()) {
            return elements(name, one, other);
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other) || moments(name, one, other);
    }

    private static boolean elements(String name, JsonNode one, JsonNode other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(name, one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean moments(String name, JsonNode one, JsonNode other) {
        Optional<StixTimestamp> first = moment(name, one);
        return first.isPresent() && first.equals(moment(name, other));
    }

    private static Optional<StixTimestamp> moment(String name, JsonNode value) {
        return value.isString() && Specification.stix21().timestamps().contains(name)
                ? StixTimestamp.of(value.asString())
                : Optional.empty();
    }

    private static long hash(JsonNode node, String name, boolean top) {
        return switch (node.getNodeType()) {
            case OBJECT -> object((ObjectNode) node, top);
            case ARRAY -> array(node, name);
            case NUMBER -> node.decimalValue().stripTrailingZeros().hashCode() * SEED;
            case STRING ->
                    moment(name, node)
                            .map(moment -> mixed(moment.hashCode()))
                            .orElseGet(() -> text(node.asString()));
            default -> mixed(node.hashCode());
        };
    }

    private static long object(ObjectNode object, boolean top) {
        long[] sum = {object.isEmpty() ? 1 : 2};
        object.forEachEntry((name, value) -> {
            if (!top || !byDefault(name, value)) {
                sum[0] += mixed(text(name) + 31 * hash(value, name, false));
            }
        });
        return mixed(sum[0]);
    }

    private static long array(JsonNode array, String name) {
        long hash = 3;
        for (JsonNode element : array) {
            hash = mixed(hash * 31 + hash(element, name, false));
        }
        return hash;
    }

    private static long text(String text) {
        long hash = SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
        }
        return mixed(hash);
    }

    private static long mixed(long value) {
        long x = (value ^ value >>> 32) * SEED;
        return x ^ x >>> 29;
    }
}
