package az.qalxan.engines.threatintel.cap;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of the data dictionary (CAP 1.2 §3.2): an element, how often it may stand, what may stand
 * in it.
 *
 * @param least 0 or 1
 * @param most 1, or very many
 * @param form of its text, or of each of its words; anything where it has children
 * @param children the rules of its children, in their order
 */
record CapRule(String name, int least, int most, Form form, String words, List<CapRule> children) {

    /** What a text, or each of its words, has to be. */
    record Form(Pattern pattern, boolean each) {

        boolean fits(String text) {
            if (!each) {
                return pattern.matcher(text).matches();
            }
            return Arrays.stream(text.split("\\s+", -1))
                    .allMatch(word -> pattern.matcher(word).matches());
        }
    }

    private static final int MANY = 10_000;
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern SOME = Pattern.compile("(?s).+");
    private static final Pattern NAME = Pattern.compile("[^\\s,<&]+");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final String POINT = "-?\\d{1,2}(\\.\\d{1,12})?,-?\\d{1,3}(\\.\\d{1,12})?";
    private static final Pattern POINTS = Pattern.compile(POINT);
    private static final Pattern CIRCLE = Pattern.compile(POINT + " \\d{1,6}(\\.\\d{1,6})?");
    private static final String MOMENT_WORDS = "a moment such as 2026-11-28T04:05:06+04:00";

    private static CapRule some(String name, int least) {
        return new CapRule(name, least, 1, new Form(SOME, false), "some text", List.of());
    }

    private static CapRule form(String name, int least, Pattern form, String words) {
        return new CapRule(name, least, 1, new Form(form, false), words, List.of());
    }

    private static CapRule word(String name, int least, String... words) {
        Pattern form = Pattern.compile(String.join("|", words));
        return new CapRule(
                name, least, 1, new Form(form, false), String.join(", ", words), List.of());
    }

    private CapRule list() {
        return new CapRule(name, least, most, new Form(form.pattern(), true), words, children);
    }

    private CapRule many() {
        return new CapRule(name, least, MANY, form, words, children);
    }

    private static CapRule group(String name, CapRule... children) {
        return new CapRule(name, 0, MANY, new Form(ANY, false), "", List.of(children));
    }

    private static CapRule pairs(String name) {
        return group(name, some("valueName", 1), form("value", 1, ANY, ""));
    }

    /** The whole dictionary. */
    static CapRule alert() {
        return new CapRule(
                "alert",
                1,
                1,
                new Form(ANY, false),
                "",
                List.of(
                        form("identifier", 1, NAME, "no spaces, commas, < or &"),
                        form("sender", 1, NAME, "no spaces, commas, < or &"),
                        form("sent", 1, MOMENT, MOMENT_WORDS),
                        word("status", 1, "Actual", "Exercise", "System", "Test", "Draft"),
                        word("msgType", 1, "Alert", "Update", "Cancel", "Ack", "Error"),
                        some("source", 0),
                        word("scope", 1, "Public", "Restricted", "Private"),
                        some("restriction", 0),
                        some("addresses", 0),
                        some("code", 0).many(),
                        some("note", 0),
                        form("references", 0, reference(), "sender,identifier,sent").list(),
                        some("incidents", 0),
                        info()));
    }

    private static Pattern reference() {
        return Pattern.compile("[^\\s,<&]+,[^\\s,<&]+," + MOMENT.pattern());
    }

    private static CapRule info() {
        return group(
                "info",
                form("language", 0, LANGUAGE, "a language such as az"),
                new CapRule(
                        "category",
                        1,
                        MANY,
                        new Form(
                                Pattern.compile(
                                        "Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport"
                                                + "|Infra|CBRNE|Other"),
                                false),
                        "a category of the standard, such as Security",
                        List.of()),
                some("event", 1),
                word(
                                "responseType",
                                0,
                                "Shelter",
                                "Evacuate",
                                "Prepare",
                                "Execute",
                                "Avoid",
                                "Monitor",
                                "Assess",
                                "AllClear",
                                "None")
                        .many(),
                word("urgency", 1, "Immediate", "Expected", "Future", "Past", "Unknown"),
                word("severity", 1, "Extreme", "Severe", "Moderate", "Minor", "Unknown"),
                word("certainty", 1, "Observed", "Likely", "Possible", "Unlikely", "Unknown"),
                some("audience", 0),
                pairs("eventCode"),
                form("effective", 0, MOMENT, MOMENT_WORDS),
                form("onset", 0, MOMENT, MOMENT_WORDS),
                form("expires", 0, MOMENT, MOMENT_WORDS),
                some("senderName", 0),
                some("headline", 0),
                some("description", 0),
                some("instruction", 0),
                some("web", 0),
                some("contact", 0),
                pairs("parameter"),
                resource(),
                area());
    }

    private static CapRule resource() {
        return group(
                "resource",
                some("resourceDesc", 1),
                some("mimeType", 1),
                form("size", 0, Pattern.compile("\\d{1,18}"), "a number of bytes"),
                some("uri", 0),
                some("derefUri", 0),
                form("digest", 0, Pattern.compile("[0-9a-fA-F]{40}"), "a digest by SHA-1"));
    }

    private static CapRule area() {
        return group(
                "area",
                some("areaDesc", 1),
                form("polygon", 0, POINTS, "points, latitude,longitude").list().many(),
                form("circle", 0, CIRCLE, "a point and a radius in kilometres").many(),
                pairs("geocode"),
                form("altitude", 0, NUMBER, "a number of feet"),
                form("ceiling", 0, NUMBER, "a number of feet"));
    }
}
