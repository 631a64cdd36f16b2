package az.qalxan.exchange.misp;

import az.qalxan.engines.detection.TextExpression;
import az.qalxan.engines.threatintel.json.JsonReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads MISP's warninglist format; everything that is wrong is found, with its place. */
final class WarninglistReader {

    static final int ENTRIES_MAX = 1_000_000;

    /** Of lists that are walked through for every value. */
    static final int WALKED_MAX = 5_000;

    private static final int ENTRY_CHARS_MAX = 2_000;

    private final Flaws flaws = new Flaws();

    List<String> flaws() {
        return flaws.found();
    }

    Optional<Warninglist> read(byte[] file, String body, Instant now) {
        return switch (MispJson.read(file)) {
            case JsonReading.Refused refused -> {
                flaws.add("", refused.fault().toString());
                yield Optional.empty();
            }
            case JsonReading.Read read -> list(read.node(), body, now);
        };
    }

    private Optional<Warninglist> list(JsonNode node, String body, Instant now) {
        String name = flaws.text(node, "name", "", 255);
        String said = node.path("type").asString("string").toLowerCase(Locale.ROOT);
        if (!List.of("string", "substring", "hostname", "cidr", "regex").contains(said)) {
            flaws.add("/type", said + " is none of string, substring, hostname, cidr, regex");
            return Optional.empty();
        }
        Warninglist.Kind kind = Warninglist.Kind.of(said);
        List<String> entries = entries(node.path("list"), kind);
        String about = node.path("description").asString("");
        JsonNode revision = node.path("version");
        Warninglist list =
                new Warninglist(
                        body,
                        name,
                        kind,
                        revision.isInt() ? revision.asInt() : 0,
                        about.substring(0, Math.min(about.length(), 2_000)),
                        !node.path("category").asString("").equalsIgnoreCase("known"),
                        node.path("matching_attributes")
                                .valueStream()
                                .map(one -> one.asString(""))
                                .filter(one -> !one.isEmpty() && !one.equalsIgnoreCase("all"))
                                .limit(500)
                                .toList(),
                        entries,
                        true,
                        now);
        return flaws.found().isEmpty() ? Optional.of(list) : Optional.empty();
    }

    private List<String> entries(JsonNode node, Warninglist.Kind kind) {
        boolean walked = kind == Warninglist.Kind.SUBSTRING || kind == Warninglist.Kind.REGEX;
        int most = walked ? WALKED_MAX : ENTRIES_MAX;
        if (!node.isArray() || node.size() > most) {
            flaws.add("/list", "a list of at most " + most + " entries was expected");
            return List.of();
        }
        List<String> entries = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String entry = node.path(i).asString("").strip();
            Optional<String> wrong = wrong(entry, kind);
            if (wrong.isPresent()) {
                flaws.add("/list/" + i, wrong.get());
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Optional<String> wrong(String entry, Warninglist.Kind kind) {
        if (entry.isEmpty() || entry.length() > ENTRY_CHARS_MAX || entry.indexOf('\0') >= 0) {
            return Optional.of("an entry has 1 to " + ENTRY_CHARS_MAX + " characters");
        }
        return switch (kind) {
            case CIDR ->
                    IpRange.of(entry).isPresent()
                            ? Optional.empty()
                            : Optional.of(entry + " is no address or range");
            case REGEX ->
                    TextExpression.read(expression(entry))
                                    instanceof TextExpression.Reading.Refused refused
                            ? Optional.of(refused.words())
                            : Optional.empty();
            case STRING, SUBSTRING, HOSTNAME, OWN -> Optional.empty();
        };
    }

    /** MISP writes {@code /expression/i}; its slashes are no part of it. */
    static String expression(String entry) {
        int end = entry.lastIndexOf('/');
        if (!entry.startsWith("/") || end < 1) {
            return entry;
        }
        String flags = entry.substring(end + 1).contains("i") ? "(?i)" : "";
        return flags + entry.substring(1, end).replace("\\/", "/");
    }
}
