package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A reference to another object, by its identifier or by its key in a deprecated container. */
final class References implements ValueRule {

    private static final Set<String> ANY = Set.of("ANY");

    private final Set<String> targets;
    private final Map<String, ObjectKind> kinds;

    /**
     * Takes types and families of types, or ANY.
     *
     * @param kinds of all types that the specification defines; filled before the first object
     */
    References(Set<String> targets, Map<String, ObjectKind> kinds) {
        this.targets = targets;
        this.kinds = kinds;
    }

    @Override
    public void judge(JsonNode value, Place place, Judging judging) {
        String text = Values.text(value, place, judging);
        if (text == null) {
            return;
        }
        if (judging.inContainer()) {
            judgeInContainer(text, place, judging);
            return;
        }
        Optional<StixId> id = StixId.of(text);
        if (id.isEmpty()) {
            judging.broken(StixRule.IDENTIFIER, place, Identifiers.why(text));
        } else {
            requireType(id.get().type(), place, judging);
        }
    }

    private void judgeInContainer(String key, Place place, Judging judging) {
        JsonNode found = judging.container().get(key);
        if (found == null) {
            judging.broken(
                    StixRule.CONTAINER_REFERENCE,
                    place,
                    quoted(key) + " is no key of the same container");
        } else if (found.path("type").isString()) {
            requireType(found.path("type").asString(), place, judging);
        }
    }

    private void requireType(String type, Place place, Judging judging) {
        if (!fits(type)) {
            judging.brokenHere(
                    StixRule.REFERENCE_TYPE,
                    place,
                    "a reference to %s, where %s is allowed"
                            .formatted(quoted(type), String.join(", ", new TreeSet<>(targets))));
        }
    }

    private boolean fits(String type) {
        if (targets.contains(type)) {
            return true;
        }
        if (targets.equals(ANY)) {
            return !type.equals("bundle");
        }
        ObjectKind kind = kinds.get(type);
        if (kind != null) {
            return targets.contains(kind.name());
        }
        return !type.equals("bundle")
                && (targets.contains("SDO") || targets.contains("SCO") || targets.contains("SRO"));
    }
}
