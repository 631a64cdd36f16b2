package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What single types ask beyond what tables can say. */
final class TypeJudge {

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-(0[0-9]{3}|[1-9][0-9]{3,})");
    private static final Pattern CAPEC = Pattern.compile("CAPEC-[0-9]+");
    private static final Pattern RELATIONSHIP = Pattern.compile("[a-z0-9-]+");
    private static final Set<String> SHORT_HIVES = Set.of("HKLM", "HKCC", "HKCR", "HKCU", "HKU");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private TypeJudge() {}

    static void judge(ObjectNode object, String type, Place place, Judging judging) {
        references(object, type, judging);
        switch (type) {
            case "malware" -> malware(object, place, judging);
            case "email-message" -> email(object, place, judging);
            case "network-traffic" -> traffic(object, place, judging);
            case "windows-registry-key" -> registryKey(object, place, judging);
            case "relationship" -> relationship(object, judging);
            case "observed-data" -> observedData(object, judging);
            case "location" -> location(object, judging);
            case "extension-definition" -> ExtensionJudge.definition(object, judging);
            default -> {
                // the tables say all of the other types
            }
        }
    }

    /** §4.7: a pattern in the language of STIX can be read. */
    static void indicator(ObjectNode object, PatternJudge patterns, Judging judging) {
        JsonNode pattern = object.path("pattern");
        if (!pattern.isString() || !object.path("pattern_type").asString("").equals("stix")) {
            return;
        }
        Optional<String> fault = patterns.fault(pattern.asString());
        if (fault.isPresent()) {
            judging.broken(StixRule.PATTERN, Place.WHOLE.member("pattern"), fault.get());
        }
    }

    /** §2.5, §4.1, §4.19: how CVE and CAPEC are referred to. */
    private static void references(ObjectNode object, String type, Judging judging) {
        Place list = Place.WHOLE.member("external_references");
        int index = 0;
        for (JsonNode one : object.path("external_references")) {
            Place place = list.element(index++);
            String source = one.path("source_name").asString("");
            String id = one.path("external_id").asString("");
            boolean wrong =
                    source.equals("cve") && !CVE.matcher(id).matches()
                            || source.equals("capec") && !CAPEC.matcher(id).matches();
            if (wrong) {
                judging.broken(
                        StixRule.EXTERNAL_ID,
                        place.member("external_id"),
                        quoted(id) + " is no number of " + source);
            }
            boolean unnamed =
                    type.equals("vulnerability")
                                    && CVE.matcher(id).matches()
                                    && !source.equals("cve")
                            || type.equals("attack-pattern")
                                    && CAPEC.matcher(id).matches()
                                    && !source.equals("capec");
            if (unnamed) {
                judging.broken(
                        StixRule.EXTERNAL_ID,
                        place.member("source_name"),
                        "a reference to %s names it in lower case".formatted(id));
            }
            if (one.has("hashes") && !one.has("url")) {
                judging.broken(
                        StixRule.HASH_WITHOUT_URL, place.member("hashes"), "hashes of what?");
            }
        }
    }

    private static boolean isTrue(ObjectNode object, String name) {
        return object.path(name).isBoolean() && object.path(name).asBoolean();
    }

    private static boolean isFalse(ObjectNode object, String name) {
        return object.path(name).isBoolean() && !object.path(name).asBoolean();
    }

    private static void malware(ObjectNode object, Place place, Judging judging) {
        if (isTrue(object, "is_family") && !object.has("name")) {
            judging.brokenAt("4.11", StixRule.REQUIRED, place, "name is missing: a family has one");
        }
    }

    private static void email(ObjectNode object, Place place, Judging judging) {
        if (isTrue(object, "is_multipart") && object.has("body")) {
            judging.brokenAt(
                    "6.6",
                    StixRule.EXCLUDES,
                    place.member("body"),
                    "has several parts, so no body");
        }
        if (isFalse(object, "is_multipart") && object.has("body_multipart")) {
            judging.brokenAt(
                    "6.6", StixRule.EXCLUDES, place.member("body_multipart"), "has one part only");
        }
    }

    private static void traffic(ObjectNode object, Place place, Judging judging) {
        if (isTrue(object, "is_active") && object.has("end")) {
            judging.brokenAt(
                    "6.12", StixRule.EXCLUDES, place.member("end"), "goes on, so it has no end");
        }
    }

    private static void registryKey(ObjectNode object, Place place, Judging judging) {
        String key = object.path("key").asString("");
        String hive = key.split("\\\\", 2)[0].toUpperCase(Locale.ROOT);
        if (SHORT_HIVES.contains(hive)) {
            judging.brokenAt(
                    "6.17", StixRule.FORMAT, place.member("key"), hive + " is to be written out");
        }
    }

    private static void relationship(ObjectNode object, Judging judging) {
        JsonNode name = object.path("relationship_type");
        if (!name.isString()) {
            return;
        }
        Place place = Place.WHOLE.member("relationship_type");
        if (!RELATIONSHIP.matcher(name.asString()).matches()) {
            judging.broken(
                    StixRule.RELATIONSHIP_TYPE,
                    place,
                    quoted(name.asString()) + " has other characters than a-z, 0-9 and -");
            return;
        }
        String source = StixId.typeOf(object.path("source_ref").asString(""));
        String target = StixId.typeOf(object.path("target_ref").asString(""));
        Specification specification = Specification.stix21();
        boolean known = specification.kind(source) != null && specification.kind(target) != null;
        if (known && !specification.suggests(source, name.asString(), target)) {
            judging.broken(
                    StixRule.RELATIONSHIP_TABLE,
                    place,
                    "the tables do not suggest %s %s %s"
                            .formatted(source, name.asString(), target));
        }
    }

    /** §4.14: what was observed is among what is referred to. */
    private static void observedData(ObjectNode object, Judging judging) {
        JsonNode refs = object.path("object_refs");
        if (!refs.isArray() || refs.isEmpty()) {
            return;
        }
        Specification specification = Specification.stix21();
        for (JsonNode ref : refs) {
            ObjectKind kind = specification.kind(StixId.typeOf(ref.asString("")));
            if (kind == null || kind == ObjectKind.SCO) {
                return;
            }
        }
        judging.brokenAt(
                "4.14",
                StixRule.AT_LEAST_ONE,
                Place.WHOLE.member("object_refs"),
                "not one reference to an observable");
    }

    private static void location(ObjectNode object, Judging judging) {
        String country = object.path("country").asString("");
        if (!country.isEmpty() && !COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
            judging.broken(
                    StixRule.COUNTRY,
                    Place.WHOLE.member("country"),
                    quoted(country) + " is no code of ISO 3166-1");
        }
    }
}
