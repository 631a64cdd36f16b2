package az.qalxan.engines.threatintel.misp;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts between events of MISP and bundles of STIX 2.1. The same input gives the same output.
 */
public final class MispStix {

    /** The extension that carries what MISP says and STIX cannot. */
    public static final String EXTENSION =
            "extension-definition--5f1d6b0e-3c0e-4c55-8c4a-9d6a1f0b7e21";

    private MispStix() {}

    /** A bundle for an event, given by itself or as the member {@code Event}. */
    public static Conversion toStix(ObjectNode input) {
        JsonNode event = input.has("Event") ? input.get("Event") : input;
        if (!(event instanceof ObjectNode object) || !object.path("info").isString()) {
            return new Conversion.Refused("an event of MISP has the member info");
        }
        String outer = input.has("Event") ? "/Event" : "";
        return new EventToStix(object, outer).convert();
    }

    /**
     * An event for a bundle.
     *
     * @param now the moment of an event of which the bundle does not tell when it was
     */
    public static Conversion toMisp(ObjectNode bundle, Instant now) {
        if (!bundle.path("type").asString("").equals("bundle")) {
            return new Conversion.Refused("a bundle of STIX has the type bundle");
        }
        for (JsonNode object : bundle.path("objects")) {
            if (!object.isObject()
                    || !object.path("type").isString()
                    || !object.path("id").isString()) {
                return new Conversion.Refused("an object of the bundle has no type or no id");
            }
        }
        return new BundleToMisp(bundle, now).convert();
    }
}
