package az.qalxan.exchange;

import java.util.List;

/** Invented objects of STIX 2.1; every name and address is of those kept free for examples. */
final class DemoObjects {

    private static final String GREEN = "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
    private static final String AMBER = "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    private static final String STRICT = "939a9414-2ddd-4d32-a0cd-375ea402b003";
    private static final String NUMBERS = "%s--00000000-0000-4000-8000-0000000000%02d";
    private static final String FIRST = "2026-11-20T06:00:00.000Z";
    private static final String SECOND = "2026-11-21T06:00:00.000Z";

    private DemoObjects() {}

    /** Pages that pretend to be a bank; one of them was a mistake and is revoked. */
    static List<String> domains() {
        return List.of(
                indicator(
                        1,
                        "Bankı təqlid edən giriş səhifəsi",
                        "domain-name:value =" + " 'kart-yoxla.example'",
                        GREEN),
                indicator(
                        2,
                        "Bağlama üçün ödəniş istəyən sayt",
                        "domain-name:value =" + " 'poct-odenis.example'",
                        GREEN),
                indicator(
                        3,
                        "Dövlət xidmətini təqlid edən ünvan",
                        "url:value =" + " 'https://xidmet.example/giris'",
                        GREEN),
                indicator(
                        4,
                        "Səhifələrin yerləşdiyi server",
                        "ipv4-addr:value = '198.51.100.44'",
                        AMBER),
                revised(5, FIRST, ""),
                revised(5, SECOND, ",\"revoked\":true"),
                """
                {"type":"campaign","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
                 "name":"Saxta kart yoxlaması","object_marking_refs":["marking-definition--%s"]}\
                """
                        .formatted(id("campaign", 6), FIRST, FIRST, GREEN));
    }

    /** Traces of an attack on what the country needs. */
    static List<String> grave() {
        return List.of(
                indicator(
                        11, "Uzaqdan idarəetmə serveri", "ipv4-addr:value = '203.0.113.77'", AMBER),
                indicator(
                        12,
                        "Yarımstansiyada tapılmış faylın xeşi",
                        "file:hashes.'SHA-256' ="
                                + " 'e3b0c44298fc1c149afbf4c8996fb924"
                                + "27ae41e4649b934ca495991b7852b855'",
                        STRICT),
                """
                {"type":"malware","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
                 "is_family":false,"name":"Qara qutu (uydurma)",
                 "object_marking_refs":["marking-definition--%s"]}\
                """
                        .formatted(id("malware", 13), FIRST, FIRST, AMBER));
    }

    /** What another body found. */
    static List<String> police() {
        return List.of(
                indicator(
                        21,
                        "Şikayətlərdə təkrarlanan sayt",
                        "domain-name:value =" + " 'ucuz-telefon.example'",
                        GREEN));
    }

    private static String id(String type, int number) {
        return NUMBERS.formatted(type, number);
    }

    private static String indicator(int number, String name, String pattern, String marking) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "name":"%s","indicator_types":["malicious-activity"],"pattern":"[%s]",
         "pattern_type":"stix","valid_from":"%s",
         "object_marking_refs":["marking-definition--%s"]}\
        """
                .formatted(id("indicator", number), FIRST, FIRST, name, pattern, FIRST, marking);
    }

    private static String revised(int number, String modified, String more) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "name":"Səhvən göstərilmiş sayt","pattern":"[domain-name:value = 'numune.example']",
         "pattern_type":"stix","valid_from":"%s",
         "object_marking_refs":["marking-definition--%s"]%s}\
        """
                .formatted(id("indicator", number), FIRST, modified, FIRST, GREEN, more);
    }
}
