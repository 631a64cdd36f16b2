package az.qalxan.engines.threatintel.stix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of STIX 2.1 say.
 *
 * @param objects by type, with their common properties
 * @param kinds by type
 * @param custom what objects of unknown types must be like, by kind
 * @param extensions predefined ones by name
 * @param contributing names of the properties that make the identifier of an observable
 * @param relations targets by "source name", as the tables suggest them
 * @param timestamps names of all properties that are moments
 */
record Specification(
        Map<String, Shape> objects,
        Map<String, ObjectKind> kinds,
        Map<ObjectKind, Shape> custom,
        Map<String, PredefinedExtension> extensions,
        Map<String, List<String>> contributing,
        Map<String, Set<String>> relations,
        Set<String> timestamps) {

    /** An extension that the specification itself defines, and for which type. */
    record PredefinedExtension(String type, Shape shape) {}

    private static final Specification STIX_2_1 = SpecificationReader.read();

    static Specification stix21() {
        return STIX_2_1;
    }

    @Nullable Shape shape(String type) {
        return objects.get(type);
    }

    @Nullable ObjectKind kind(String type) {
        return kinds.get(type);
    }

    /** Whether the tables suggest the relationship. */
    boolean suggests(String source, String name, String target) {
        return switch (name) {
            case "related-to" -> true;
            case "derived-from", "duplicate-of" -> source.equals(target);
            default -> {
                Set<String> targets = relations.getOrDefault(source + ' ' + name, Set.of());
                yield targets.contains(target)
                        || targets.contains("SCO") && kinds.get(target) == ObjectKind.SCO;
            }
        };
    }
}
