package az.qalxan.exchange.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invented objects of STIX 2.1 around those of the exchange's demonstration. */
final class DemoStories {

    /** Numbers of objects that the exchange's demonstration has put there before. */
    static final String CARD_PAGE = id("indicator", 1);

    static final String STATE_PAGE = id("indicator", 3);
    static final String ACTOR = id("threat-actor", 51);

    private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
    private static final String MADE = "2026-11-22T06:00:00.000Z";
    private static final String CAMPAIGN = id("campaign", 6);
    private static final String OLD_CAMPAIGN = id("campaign", 52);
    private static final String KIT = id("malware", 53);

    private DemoStories() {}

    private static String id(String type, int number) {
        return "%s--00000000-0000-4000-8000-0000000000%02d".formatted(type, number);
    }

    /** Who is behind the pages that pretend to be a bank, and what they did before. */
    static List<String> group() {
        return List.of(
                named("threat-actor", 51, "«Boz kart» qrupu (uydurma)", ""),
                named("campaign", 52, "Saxta poçt ödənişi (yaz)", ""),
                named("malware", 53, "Giriş forması dəsti (uydurma)", "\"is_family\":false,"),
                indicator(54, "domain-name:value = 'kart-yoxla.example'", 85),
                indicator(55, "domain-name:value = 'poct-odenis.example'", 60),
                relation(60, "attributed-to", CAMPAIGN, ACTOR),
                relation(61, "attributed-to", OLD_CAMPAIGN, ACTOR),
                relation(62, "uses", CAMPAIGN, KIT),
                relation(63, "uses", OLD_CAMPAIGN, KIT),
                relation(64, "indicates", CARD_PAGE, CAMPAIGN),
                relation(65, "indicates", id("indicator", 2), OLD_CAMPAIGN),
                relation(66, "indicates", STATE_PAGE, CAMPAIGN),
                relation(67, "indicates", id("indicator", 54), CAMPAIGN),
                relation(68, "indicates", id("indicator", 55), OLD_CAMPAIGN));
    }

    /** The police met a name that others know. */
    static List<String> police() {
        return List.of(
                indicator(71, "domain-name:value = 'kart-yoxla.example'", 70),
                relation(72, "indicates", id("indicator", 71), CAMPAIGN));
    }

    /** An indicator of a value that reports of the public name. */
    static String ofReports(int number, KnownValue value) {
        String path = value.kind() == ValueKind.PHONE ? "phone-number:value" : "domain-name:value";
        return indicator(80 + number, path + " = '" + value.text() + "'", 75)
                .replace("\"name\":\"", "\"name\":\"Müraciətlərdə təkrarlanır: ");
    }

    /** Queries of names, two of which are known. */
    static String queries(Instant at) {
        List<String> names =
                List.of(
                        "portal.numune.example",
                        "www.kart-yoxla.example",
                        "poct.numune.example",
                        "kart-yoxla.example",
                        "yenilik.numune.example",
                        "poct-odenis.example");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(
                    """
                    {"ts":"%s","host":"pc-23.numune.example","query":"%s","qtype":"A"}\
                    """
                            .formatted(at.plusSeconds(20L * i), names.get(i)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String named(String type, int number, String name, String more) {
        return """
        {"type":"%s","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         %s"name":"%s","object_marking_refs":["%s"]}\
        """
                .formatted(type, id(type, number), MADE, MADE, more, name, GREEN);
    }

    private static String indicator(int number, String pattern, int confidence) {
        String name = pattern.substring(pattern.indexOf('\'') + 1, pattern.lastIndexOf('\''));
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "name":"%s","indicator_types":["malicious-activity"],"pattern":"[%s]",
         "pattern_type":"stix","valid_from":"%s","confidence":%d,"object_marking_refs":["%s"]}\
        """
                .formatted(
                        id("indicator", number),
                        MADE,
                        MADE,
                        name,
                        pattern,
                        MADE,
                        confidence,
                        GREEN);
    }

    private static String relation(int number, String type, String source, String target) {
        return """
        {"type":"relationship","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "relationship_type":"%s","source_ref":"%s","target_ref":"%s",
         "object_marking_refs":["%s"]}\
        """
                .formatted(id("relationship", number), MADE, MADE, type, source, target, GREEN);
    }
}
