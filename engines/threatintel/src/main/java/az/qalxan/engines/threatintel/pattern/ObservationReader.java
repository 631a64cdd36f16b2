package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers the observations of bundles, of lists and of single objects. Objects that observed data
 * refers to may stand anywhere in what is given; with {@code objects}, the older form, they stand
 * inside.
 */
public final class ObservationReader {

    static final int FAULTS_MAX = 1_000;
    private static final int DEPTH_MAX = 8;

    private final List<ObjectNode> observed = new ArrayList<>();
    private final Map<String, ObjectNode> objects = new HashMap<>();
    private final List<ObservationFault> faults = new ArrayList<>();

    /** Takes a bundle, an object or a list of such. */
    public ObservationReader add(JsonNode node) {
        add(node, 0);
        return this;
    }

    private void add(JsonNode node, int depth) {
        if (node.isArray() && depth < DEPTH_MAX) {
            node.forEach(element -> add(element, depth + 1));
        } else if (node instanceof ObjectNode object) {
            String type = text(object, "type");
            if ("observed-data".equals(type)) {
                observed.add(object);
            } else if ("bundle".equals(type) && depth < DEPTH_MAX) {
                addAll(object, depth);
            } else {
                String id = text(object, "id");
                if (id != null) {
                    objects.put(id, object);
                }
            }
        } else {
            fault("", "is no object of STIX but " + node.getNodeType());
        }
    }

    private void addAll(ObjectNode bundle, int depth) {
        JsonNode inside = bundle.path("objects");
        if (inside.isArray()) {
            inside.forEach(element -> add(element, depth + 1));
        } else if (!inside.isMissingNode()) {
            fault(String.valueOf(text(bundle, "id")), "the objects of a bundle are a list");
        }
    }

    private void fault(String id, String words) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new ObservationFault(id, words));
        }
    }

    /** The observations of all that was taken, in its order. */
    public ObservationsRead read() {
        List<Observation> read = new ArrayList<>();
        for (ObjectNode data : observed) {
            Observation observation = observation(data);
            if (observation != null) {
                read.add(observation);
            }
        }
        return new ObservationsRead(read, faults);
    }

    private @Nullable Observation observation(ObjectNode data) {
        String id = String.valueOf(data.path("id").asString(""));
        Instant first = moment(data, "first_observed");
        Instant last = moment(data, "last_observed");
        JsonNode number = data.path("number_observed");
        if (first == null || last == null) {
            fault(id, "first_observed and last_observed are timestamps of the form …T…Z");
        } else if (last.isBefore(first)) {
            fault(id, "last_observed is before first_observed");
        } else if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.longValue() < 1) {
            fault(id, "number_observed is a whole number above 0");
        } else {
            Map<String, ObjectNode> inside = inside(id, data);
            if (inside != null) {
                return new Observation(id, first, last, number.longValue(), inside);
            }
        }
        return null;
    }

    private @Nullable Map<String, ObjectNode> inside(String id, ObjectNode data) {
        Map<String, ObjectNode> inside = new LinkedHashMap<>();
        JsonNode refs = data.path("object_refs");
        if (data.path("objects") instanceof ObjectNode graph) {
            graph.properties().forEach(entry -> put(inside, entry.getKey(), entry.getValue()));
        } else if (!refs.isArray()) {
            fault(id, "object_refs or objects is missing");
            return null;
        }
        for (JsonNode ref : refs) {
            ObjectNode object = ref.isString() ? objects.get(ref.stringValue()) : null;
            if (object != null) {
                inside.put(ref.stringValue(), object);
            }
        }
        return inside;
    }

    private static void put(Map<String, ObjectNode> inside, String key, JsonNode value) {
        if (value instanceof ObjectNode object) {
            inside.put(key, object);
        }
    }

    private static @Nullable Instant moment(ObjectNode data, String name) {
        String text = text(data, name);
        return text == null ? null : Moments.read(text);
    }

    private static @Nullable String text(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
