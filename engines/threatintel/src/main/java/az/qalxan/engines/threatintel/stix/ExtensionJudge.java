package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import az.qalxan.engines.threatintel.stix.Specification.PredefinedExtension;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Extensions of objects (§3.2, §7.3, §11.3). */
final class ExtensionJudge {

    private static final String DEFINED = "extension-definition--";
    private static final String TOP_LEVEL = "toplevel-property-extension";

    private static final Set<String> EXTENSION_TYPES =
            Set.of("new-sdo", "new-sco", "new-sro", "property-extension", TOP_LEVEL);

    private static final Pattern CUSTOM_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*-ext");

    private ExtensionJudge() {}

    /** Whether an extension says that it adds properties to the object itself. */
    static boolean opens(ObjectNode object) {
        JsonNode extensions = object.get("extensions");
        if (extensions == null) {
            return false;
        }
        for (JsonNode one : extensions) {
            String type = one.path("extension_type").asString("");
            if (type.equals(TOP_LEVEL) || type.startsWith("new-")) {
                return true;
            }
        }
        return false;
    }

    /** The extension type that defines the object's type, "" when there is none. */
    static String newType(ObjectNode object) {
        for (JsonNode one : object.path("extensions")) {
            String type = one.path("extension_type").asString("");
            if (type.startsWith("new-")) {
                return type;
            }
        }
        return "";
    }

    static void judge(ObjectNode object, String type, Place place, Judging judging) {
        JsonNode value = object.get("extensions");
        if (!(value instanceof ObjectNode extensions)) {
            return;
        }
        Place at = place.member("extensions");
        if (type.equals("extension-definition")) {
            judging.broken(
                    StixRule.NOT_APPLICABLE, at, "definitions of extensions have no extensions");
        }
        if (extensions.isEmpty()) {
            judging.broken(StixRule.EMPTY_DICTIONARY, at, "no extension: leave it out");
        }
        extensions.forEachEntry((key, one) -> each(type, one, at.member(key), judging));
    }

    private static void each(String type, JsonNode value, Place place, Judging judging) {
        String key = place.name();
        if (!(value instanceof ObjectNode extension)) {
            Values.wrong("an object", value, place, judging);
            return;
        }
        JsonNode extensionType = extension.get("extension_type");
        if (extensionType != null) {
            extensionType(extensionType, place.member("extension_type"), judging);
        }
        PredefinedExtension predefined = Specification.stix21().extensions().get(key);
        if (key.startsWith(DEFINED)) {
            defined(key, extensionType == null, place, judging);
        } else if (predefined != null && predefined.type().equals(type)) {
            predefined.shape().judge(extension, place, judging);
        } else if (predefined != null) {
            judging.broken(StixRule.CUSTOM_EXTENSION, place, key + " extends " + predefined.type());
        } else {
            custom(key, extension, place, judging);
        }
    }

    private static void extensionType(JsonNode value, Place place, Judging judging) {
        String text = Values.text(value, place, judging);
        if (text != null && !EXTENSION_TYPES.contains(text)) {
            judging.broken(
                    StixRule.NOT_IN_ENUMERATION,
                    place,
                    quoted(text) + " is not in extension-type-enum");
        }
    }

    private static void defined(String key, boolean untyped, Place place, Judging judging) {
        if (StixId.of(key).isEmpty()) {
            judging.broken(StixRule.IDENTIFIER, place, Identifiers.why(key));
        }
        if (untyped) {
            judging.broken(StixRule.EXTENSION, place, "extension_type is missing");
        }
    }

    private static void custom(String key, ObjectNode extension, Place place, Judging judging) {
        if (!CUSTOM_NAME.matcher(key).matches()) {
            judging.broken(
                    StixRule.EXTENSION,
                    place,
                    quoted(key)
                            + " is neither the id of a definition nor a name that ends in -ext");
        } else {
            judging.broken(
                    StixRule.CUSTOM_EXTENSION, place, key + " has no definition: deprecated");
        }
        if (extension.isEmpty()) {
            judging.broken(StixRule.EMPTY_DICTIONARY, place, "an extension without contents");
        }
    }

    /** §7.3: the object that defines an extension. */
    static void definition(ObjectNode object, Judging judging) {
        JsonNode properties = object.get("extension_properties");
        boolean topLevel = false;
        for (JsonNode one : object.path("extension_types")) {
            topLevel |= one.asString("").equals(TOP_LEVEL);
        }
        Place place = Place.WHOLE.member("extension_properties");
        if (properties != null && !topLevel) {
            judging.broken(StixRule.EXTENSION_PROPERTIES, place, "needs the type " + TOP_LEVEL);
        }
        int index = 0;
        for (JsonNode one : object.path("extension_properties")) {
            Place at = place.element(index++);
            if (one.isString() && !TextFormats.propertyName(one.asString())) {
                judging.broken(
                        StixRule.PROPERTY_NAME,
                        at,
                        quoted(one.asString()) + " is no name of a property");
            }
        }
    }
}
