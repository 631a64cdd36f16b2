package az.qalxan.engines.threatintel.pattern;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the objects of one observation what stands between the brackets of an observation
 * expression. All comparisons start from one object (STIX 2.1 §9.5).
 */
final class Asking {

    /** Types of objects that are no cyber-observable objects: patterns do not reach them. */
    private static final Set<String> OTHERS =
            Set.of(
                    "attack-pattern",
                    "bundle",
                    "campaign",
                    "course-of-action",
                    "extension-definition",
                    "grouping",
                    "identity",
                    "incident",
                    "indicator",
                    "infrastructure",
                    "intrusion-set",
                    "language-content",
                    "location",
                    "malware",
                    "malware-analysis",
                    "marking-definition",
                    "note",
                    "observed-data",
                    "opinion",
                    "relationship",
                    "report",
                    "sighting",
                    "threat-actor",
                    "tool",
                    "vulnerability");

    private final Observation observation;
    private final Steps steps;
    private final Unfit unfit;

    Asking(Observation observation, Unfit unfit) {
        this.observation = observation;
        this.unfit = unfit;
        unfit.in(observation);
        steps = new Steps(observation.objects(), unfit);
    }

    /** The type of an object; empty where patterns do not reach it. */
    static String type(ObjectNode object) {
        String type = object.path("type").asString("");
        return OTHERS.contains(type) ? "" : type;
    }

    Steps steps() {
        return steps;
    }

    /** Whether some object passes. */
    boolean anyPasses(Comparison comparison) {
        for (ObjectNode object : observation.objects().values()) {
            String type = type(object);
            if (!type.isEmpty() && passes(comparison, object, type)) {
                return true;
            }
        }
        return false;
    }

    boolean passes(Comparison comparison, ObjectNode object, String type) {
        return switch (comparison) {
            case Comparison.Every(List<Comparison> parts) -> {
                for (Comparison part : parts) {
                    if (!passes(part, object, type)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Comparison.Either(List<Comparison> parts) -> {
                for (Comparison part : parts) {
                    if (passes(part, object, type)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Comparison.Exists(ObjectPath path, boolean negated) ->
                    path.type().equals(type) && steps.select(object, path).isEmpty() == negated;
            case Comparison.Test test -> passes(test, object, type);
        };
    }

    private boolean passes(Comparison.Test test, ObjectNode object, String type) {
        if (!test.path().type().equals(type)) {
            return false;
        }
        for (Selected value : steps.select(object, test.path())) {
            switch (test.judge().judge(value)) {
                case PASSES -> {
                    if (!test.negated()) {
                        return true;
                    }
                }
                case FAILS -> {
                    if (test.negated()) {
                        return true;
                    }
                }
                case UNORDERED -> {}
                case UNFIT ->
                        unfit.add(
                                "a value of "
                                        + test.path().type()
                                        + " is not of the form "
                                        + "that the pattern asks for");
            }
        }
        return false;
    }
}
