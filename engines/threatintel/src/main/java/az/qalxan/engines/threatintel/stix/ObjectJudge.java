package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges one object: which kind it is, its shape, its extensions, what its type asks. */
final class ObjectJudge {

    private static final Set<String> RESERVED_TYPES = Set.of("action");

    private static final Set<String> RESERVED =
            Set.of("severity", "action", "username", "phone_numbers");

    private static final Set<String> NOT_OF_ALL =
            Set.of(
                    "created_by_ref",
                    "created",
                    "modified",
                    "revoked",
                    "labels",
                    "confidence",
                    "lang",
                    "external_references",
                    "spec_version");

    private ObjectJudge() {}

    static void judge(ObjectNode object, PatternJudge patterns, Judging judging) {
        String type = type(object, judging);
        if (type == null) {
            return;
        }
        Specification specification = Specification.stix21();
        ObjectKind known = specification.kind(type);
        ObjectKind kind = known == null ? customKind(object) : known;
        Shape shape = specification.shape(type);
        if (shape == null) {
            shape = custom(type, kind, object, judging);
        }
        judging.defanged(kind == ObjectKind.SCO && object.path("defanged").asBoolean(false));
        boolean open = ExtensionJudge.opens(object);
        shape.judge(object, Place.WHOLE, judging, new Foreign(kind, open || known == null));
        identifier(object, type, kind, judging);
        if (kind.versioned()) {
            new ShapeRule.Order("created", "modified", false).judge(object, Place.WHOLE, judging);
        }
        ExtensionJudge.judge(object, type, Place.WHOLE, judging);
        MarkingJudge.judge(object, type, judging);
        TypeJudge.judge(object, type, Place.WHOLE, judging);
        if (type.equals("indicator")) {
            TypeJudge.indicator(object, patterns, judging);
        }
    }

    /** An observable inside a deprecated container: its identifier is its key. */
    static void observable(ObjectNode object, String type, Place place, Judging judging) {
        Shape shape = Specification.stix21().shape(type);
        if (shape == null) {
            return;
        }
        judging.defanged(object.path("defanged").asBoolean(false));
        shape.judge(object, place, judging, ObjectJudge::inside);
        ExtensionJudge.judge(object, type, place, judging);
        TypeJudge.judge(object, type, place, judging);
        judging.defanged(false);
    }

    private static void inside(String name, JsonNode value, Place place, Judging judging) {
        if (!TextFormats.propertyName(name)) {
            judging.broken(
                    StixRule.PROPERTY_NAME, place, quoted(name) + " is no name of a property");
        } else if (value.isNull()) {
            judging.broken(StixRule.NULL_VALUE, place, "null stands for nothing: leave it out");
        }
    }

    private static @Nullable String type(ObjectNode object, Judging judging) {
        JsonNode type = object.get("type");
        if (type == null || !type.isString()) {
            judging.broken(StixRule.REQUIRED, Place.WHOLE, "type is missing or not a string");
            return null;
        }
        String name = type.asString();
        if (name.equals("bundle")) {
            judging.broken(StixRule.BUNDLE, Place.WHOLE, "a bundle inside a bundle");
            return null;
        }
        if (!StixId.typeName(name)) {
            judging.broken(
                    StixRule.TYPE_NAME,
                    Place.WHOLE.member("type"),
                    quoted(name) + " is no name of a type: 3 to 250 of a-z, 0-9 and -");
        } else if (RESERVED_TYPES.contains(name)) {
            judging.broken(
                    StixRule.RESERVED_NAME, Place.WHOLE.member("type"), name + " is reserved");
        }
        return name;
    }

    /** What an object of an unknown type says of itself, else what its properties tell. */
    private static ObjectKind customKind(ObjectNode object) {
        return switch (ExtensionJudge.newType(object)) {
            case "new-sco" -> ObjectKind.SCO;
            case "new-sro" -> ObjectKind.SRO;
            case "new-sdo" -> ObjectKind.SDO;
            default ->
                    object.has("created") || object.has("modified")
                            ? ObjectKind.SDO
                            : ObjectKind.SCO;
        };
    }

    private static Shape custom(String type, ObjectKind kind, ObjectNode object, Judging judging) {
        if (ExtensionJudge.newType(object).isEmpty()) {
            judging.broken(
                    StixRule.CUSTOM_OBJECT,
                    Place.WHOLE.member("type"),
                    quoted(type) + " is defined neither by STIX nor by an extension");
        }
        Shape shape = Specification.stix21().custom().get(kind);
        if (shape == null) {
            throw new IllegalStateException(kind.name());
        }
        return shape;
    }

    private static void identifier(
            ObjectNode object, String type, ObjectKind kind, Judging judging) {
        Identifiers.judge(object, type, judging);
        JsonNode text = object.path("id");
        Optional<StixId> id = text.isString() ? StixId.of(text.asString()) : Optional.empty();
        if (id.isEmpty()) {
            return;
        }
        if (kind == ObjectKind.SCO) {
            Identifiers.judgeDeterministic(object, id.get(), judging);
        } else {
            Identifiers.judgeRandom(id.get(), judging);
        }
    }

    /** A property that the object's type does not define. */
    private record Foreign(ObjectKind kind, boolean open) implements Shape.Unknown {

        @Override
        public void found(String name, JsonNode value, Place place, Judging judging) {
            name(name, place, judging);
            if (value.isNull()) {
                judging.broken(StixRule.NULL_VALUE, place, "null stands for nothing: leave it out");
            } else if (value.isArray() && value.isEmpty()) {
                judging.broken(StixRule.EMPTY_LIST, place, "an empty list: leave it out");
            }
        }

        private void name(String name, Place place, Judging judging) {
            if (RESERVED.contains(name)) {
                judging.broken(StixRule.RESERVED_NAME, place, name + " is reserved");
            } else if (name.equals("defanged") && kind != ObjectKind.SCO) {
                judging.broken(StixRule.EXCLUDES, place, "only observables are defanged");
            } else if (!TextFormats.propertyName(name)) {
                judging.broken(
                        StixRule.PROPERTY_NAME,
                        place,
                        quoted(name) + " is no name of a property: 3 to 250 of a-z, 0-9 and _");
            } else if (NOT_OF_ALL.contains(name)) {
                judging.broken(
                        StixRule.NOT_APPLICABLE, place, name + " does not apply to this type");
            } else if (!open) {
                judging.broken(
                        StixRule.CUSTOM_PROPERTY,
                        place,
                        name + " is defined neither by STIX nor by an extension");
            }
        }
    }
}
