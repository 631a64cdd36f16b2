package az.qalxan.engines.threatintel.stix;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Selectors of granular markings (§7.2.3.1): names with points, {@code [n]} in lists. */
final class Selectors {

    private static final int INDEX_DIGITS_MAX = 9;

    private Selectors() {}

    /** What the selector points to. */
    static Optional<JsonNode> value(JsonNode object, String selector) {
        JsonNode at = object;
        int from = 0;
        while (from <= selector.length()) {
            int dot = selector.indexOf('.', from);
            int end = dot < 0 ? selector.length() : dot;
            Optional<JsonNode> next = step(at, selector.substring(from, end));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
            from = end + 1;
        }
        return Optional.of(at);
    }

    private static Optional<JsonNode> step(JsonNode at, String step) {
        if (step.startsWith("[") && step.endsWith("]")) {
            String digits = step.substring(1, step.length() - 1);
            boolean index =
                    !digits.isEmpty()
                            && digits.length() <= INDEX_DIGITS_MAX
                            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return at.isArray() && index
                    ? Optional.ofNullable(at.get(Integer.parseInt(digits)))
                    : Optional.empty();
        }
        return at.isObject() ? Optional.ofNullable(at.get(step)) : Optional.empty();
    }

    /** Whether what the outer selector points to holds what the inner one points to. */
    static boolean covers(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + '.');
    }
}
