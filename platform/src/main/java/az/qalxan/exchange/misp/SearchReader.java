package az.qalxan.exchange.misp;

import az.qalxan.exchange.misp.Search.Span;
import az.qalxan.exchange.misp.Search.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a program asks for. A filter that is not known here is refused: to leave it out would
 * answer more than was asked for.
 */
final class SearchReader {

    static final Set<String> FORMATS = Set.of("json", "csv");

    private static final int WORDS_MAX = 20_000;
    private static final Pattern AGO = Pattern.compile("([0-9]{1,7})([smhdw])");
    private static final Map<String, Integer> SECONDS =
            Map.of("s", 1, "m", 60, "h", 3_600, "d", 86_400, "w", 604_800);

    private static final Set<String> FILTERS =
            Set.of(
                    "value",
                    "type",
                    "type_attribute",
                    "category",
                    "tags",
                    "tag",
                    "uuid",
                    "eventid",
                    "eventinfo",
                    "org",
                    "timestamp",
                    "attribute_timestamp",
                    "event_timestamp",
                    "last",
                    "publish_timestamp",
                    "from",
                    "to",
                    "date",
                    "to_ids",
                    "published",
                    "deleted",
                    "enforceWarninglist",
                    "metadata",
                    "limit",
                    "page",
                    "returnFormat",
                    "minimal");

    /** They change how an answer looks, not what is in it. */
    private static final Set<String> LOOKS =
            Set.of(
                    "sort",
                    "direction",
                    "order",
                    "async",
                    "quiet",
                    "controller",
                    "scope",
                    "headerless",
                    "requested_attributes",
                    "requestedAttributes",
                    "includeEventUuid",
                    "includeEventTags",
                    "includeContext",
                    "includeProposals",
                    "includeCorrelations",
                    "includeDecayScore",
                    "includeFullModel",
                    "includeSightings",
                    "includeGalaxy",
                    "includeWarninglistHits",
                    "includeAllTags",
                    "sgReferenceOnly",
                    "sg_reference_only",
                    "withAttachments",
                    "include_event_uuid",
                    "include_event_tags",
                    "include_context",
                    "include_correlations",
                    "include_sightings",
                    "excludeLocalTags",
                    "excludeGalaxy");

    private final JsonNode asked;
    private final long now;
    private final List<String> flaws = new ArrayList<>();

    private SearchReader(JsonNode body, Clock clock) {
        this.asked = MispJson.inside(body, "request");
        this.now = clock.instant().getEpochSecond();
    }

    /**
     * Reads it.
     *
     * @throws MispFault 400 with everything that is wrong
     */
    static Search read(JsonNode body, Clock clock) {
        SearchReader reader = new SearchReader(body, clock);
        Search search = reader.search();
        if (!reader.flaws.isEmpty()) {
            throw MispFault.malformed(reader.flaws);
        }
        return search;
    }

    private Search search() {
        for (String name : asked.propertyNames()) {
            JsonNode said = asked.path(name);
            boolean off = said.isNull() || said.isBoolean() && !said.asBoolean();
            if (!off && !FILTERS.contains(name) && !LOOKS.contains(name)) {
                flaws.add(
                        "/"
                                + name
                                + ": this filter is not known here; known are "
                                + FILTERS.stream().sorted().toList());
            }
        }
        return new Search(
                words("value"),
                asked.has("type_attribute") ? words("type_attribute") : words("type"),
                words("category"),
                asked.has("tag") ? words("tag") : words("tags"),
                words("uuid"),
                words("eventid"),
                words("eventinfo"),
                words("org"),
                asked.has("attribute_timestamp") ? span("attribute_timestamp") : span("timestamp"),
                span("event_timestamp"),
                asked.has("last") ? span("last") : span("publish_timestamp"),
                day(asked.has("date") ? "date" : "from"),
                day("to"),
                flag("to_ids"),
                flag("published"),
                deleted(),
                Boolean.TRUE.equals(flag("enforceWarninglist")),
                Boolean.TRUE.equals(flag("metadata")),
                number("limit", 1_000_000),
                Optional.ofNullable(number("page", 1_000_000)).orElse(1),
                format(),
                Boolean.TRUE.equals(flag("minimal")));
    }

    private boolean present(String name) {
        JsonNode said = asked.path(name);
        return !said.isMissingNode() && !said.isNull() && !said.asString("x").isEmpty();
    }

    private Words words(String name) {
        JsonNode said = asked.path(name);
        if (!present(name) || said.isBoolean()) {
            return Words.NONE;
        }
        List<String> any = new ArrayList<>();
        List<String> none = new ArrayList<>();
        List<String> all = new ArrayList<>();
        if (said.isObject()) {
            for (String key : said.propertyNames()) {
                switch (key) {
                    case "OR" -> any.addAll(MispJson.texts(said.path(key)));
                    case "AND" -> all.addAll(MispJson.texts(said.path(key)));
                    case "NOT" -> none.addAll(MispJson.texts(said.path(key)));
                    default -> flaws.add("/" + name + "/" + key + ": OR, AND or NOT is allowed");
                }
            }
        } else {
            texts(said)
                    .forEach(text -> {
                        boolean not = text.startsWith("!") && text.length() > 1;
                        (not ? none : any).add(not ? text.substring(1) : text);
                    });
        }
        if (any.size() + none.size() + all.size() > WORDS_MAX) {
            flaws.add("/" + name + ": more than " + WORDS_MAX + " values");
        }
        return new Words(any, all, none);
    }

    private static List<String> texts(JsonNode said) {
        return said.isArray()
                ? said.valueStream().map(SearchReader::text).toList()
                : List.of(text(said));
    }

    private static String text(JsonNode said) {
        return said.isNumber() ? said.toString() : said.asString("");
    }

    private Span span(String name) {
        JsonNode said = asked.path(name);
        if (!present(name)) {
            return Span.ALWAYS;
        }
        if (said.isArray() && said.size() == 2) {
            @Nullable Long one = moment(name, text(said.path(0)));
            @Nullable Long other = moment(name, text(said.path(1)));
            boolean turned = one != null && other != null && one > other;
            return turned ? new Span(other, one) : new Span(one, other);
        }
        return new Span(moment(name, text(said)), null);
    }

    private @Nullable Long moment(String name, String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now - Long.parseLong(ago.group(1)) * SECONDS.getOrDefault(ago.group(2), 1);
        }
        if (text.matches("[0-9]{1,11}")) {
            return Long.valueOf(text);
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            @Nullable String day = checked(name, text);
            return day == null
                    ? null
                    : java.time.LocalDate.parse(day).toEpochDay() * SECONDS.getOrDefault("d", 1);
        }
        flaws.add("/" + name + ": " + text + " is no moment as 1767225600, 5d, 12h or 2026-01-31");
        return null;
    }

    private @Nullable String day(String name) {
        if (!present(name)) {
            return null;
        }
        String text = text(asked.path(name));
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            @Nullable Long moment = moment(name, text);
            return moment == null
                    ? null
                    : java.time.LocalDate.ofEpochDay(Math.floorDiv(moment, 86_400L)).toString();
        }
        return checked(name, text);
    }

    private @Nullable String checked(String name, String text) {
        try {
            return java.time.LocalDate.parse(text).toString();
        } catch (java.time.DateTimeException e) {
            flaws.add("/" + name + ": " + text + " is no date as 2026-01-31");
            return null;
        }
    }

    private @Nullable Boolean flag(String name) {
        if (!present(name)) {
            return null;
        }
        JsonNode said = asked.path(name);
        return switch (said.isString() ? said.asString() : said.toString()) {
            case "true", "1", "[1]" -> true;
            case "false", "0", "[0]" -> false;
            default -> {
                flaws.add("/" + name + ": true or false is allowed");
                yield null;
            }
        };
    }

    private boolean deleted() {
        JsonNode said = asked.path("deleted");
        return said.isArray()
                ? texts(said).contains("1")
                : said.isBoolean() ? said.asBoolean() : Set.of("1", "only").contains(text(said));
    }

    private @Nullable Integer number(String name, int most) {
        if (!present(name)) {
            return null;
        }
        String text = text(asked.path(name));
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > most) {
            flaws.add("/" + name + ": a number from 0 to " + most + " is allowed");
            return null;
        }
        return text.equals("0") ? null : Integer.valueOf(text);
    }

    private String format() {
        String format = asked.path("returnFormat").asString("json");
        if (!FORMATS.contains(format)) {
            flaws.add("/returnFormat: json or csv is allowed");
        }
        return format;
    }
}
