package az.qalxan.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the exchange has to know of an object, and whether it can be taken at all. */
final class ObjectCheck {

    static final String STIX_2_1 = "2.1";

    private static final Pattern ID =
            Pattern.compile(
                    "([a-z0-9][a-z0-9-]{0,250})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}"
                            + "-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Set<String> OBSERVABLES =
            Set.of(
                    "artifact",
                    "autonomous-system",
                    "directory",
                    "domain-name",
                    "email-addr",
                    "email-message",
                    "file",
                    "ipv4-addr",
                    "ipv6-addr",
                    "mac-addr",
                    "mutex",
                    "network-traffic",
                    "process",
                    "software",
                    "url",
                    "user-account",
                    "windows-registry-key",
                    "x509-certificate");

    private ObjectCheck() {}

    /** What came of looking at an object. */
    sealed interface Found {}

    /**
     * An object that may be taken.
     *
     * @param version as it is written; empty for one that carries none
     * @param key the version in a form that compares; empty for one that carries none
     * @param created in the same form; empty for one that carries no version
     * @param createdBy empty when nobody is named
     */
    record Sound(
            String id,
            String type,
            String version,
            String key,
            String created,
            String createdBy,
            boolean revoked)
            implements Found {

        boolean versioned() {
            return !version.isEmpty();
        }
    }

    /** One that may not, and why. */
    record Faulty(String id, String version, String words) implements Found {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static Found look(JsonNode object, long index) {
        String place = "/objects/" + index;
        if (!object.isObject()) {
            return new Faulty(place, "", "an element of objects is no JSON object");
        }
        String type = object.path("type").asString("");
        String id = object.path("id").asString("");
        if (!isId(id) || !id.startsWith(type + "--")) {
            return new Faulty(
                    isId(id) ? id : place, "", "the id is not of the form " + "type--UUID");
        }
        if (type.equals("bundle")) {
            return new Faulty(id, "", "a bundle is no object of a collection");
        }
        return dated(object, id, type);
    }

    private static Found dated(JsonNode object, String id, String type) {
        boolean observable = OBSERVABLES.contains(type);
        String spec = object.path("spec_version").asString(observable ? STIX_2_1 : "");
        if (!spec.equals(STIX_2_1)) {
            return new Faulty(id, "", "spec_version must be 2.1 (STIX 2.1, section 3.2)");
        }
        JsonNode modified = object.path("modified");
        JsonNode written = modified.isMissingNode() ? object.path("created") : modified;
        if (written.isMissingNode()) {
            return observable || !object.path("extensions").isMissingNode()
                    ? new Sound(id, type, "", "", "", createdBy(object), false)
                    : new Faulty(id, "", "created is missing (STIX 2.1, section 3.2)");
        }
        String version = written.asString("");
        Optional<String> key = StixMoment.key(version);
        if (key.isEmpty()) {
            return new Faulty(
                    id, "", "modified or created is no timestamp (STIX 2.1, section 2.16)");
        }
        Optional<String> created = StixMoment.key(object.path("created").asString(""));
        if (created.isEmpty() || created.get().compareTo(key.get()) > 0) {
            return new Faulty(
                    id, version, "created is missing or later than modified (STIX 2.1, 3.2)");
        }
        boolean revoked = object.path("revoked").asBoolean(false);
        return new Sound(id, type, version, key.get(), created.get(), createdBy(object), revoked);
    }

    private static String createdBy(JsonNode object) {
        String named = object.path("created_by_ref").asString("");
        return isId(named) ? named : "";
    }
}
