package az.qalxan.exchange.misp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Everything that is wrong with what somebody sent, with its place; reads single values. */
final class Flaws {

    private static final int LISTED_MAX = 20;
    private static final int SHOWN_CHARS_MAX = 60;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern STAMP = Pattern.compile("[0-9]{1,11}");

    private final List<String> found = new ArrayList<>();

    List<String> found() {
        return found;
    }

    void add(String pointer, String words) {
        if (found.size() < LISTED_MAX) {
            found.add(pointer + ": " + words);
        }
    }

    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The UUID of a node; one of our own where it has none. */
    UUID uuid(JsonNode node, String pointer) {
        JsonNode said = node.path("uuid");
        if (said.isMissingNode() || said.isNull() || said.asString("").isEmpty()) {
            return UUID.randomUUID();
        }
        Optional<UUID> uuid = uuid(said.asString(""));
        if (uuid.isEmpty()) {
            add(pointer + "/uuid", shown(said) + " is no UUID");
        }
        return uuid.orElseGet(UUID::randomUUID);
    }

    /** Seconds since 1970, in quotes or without; empty where nothing is said. */
    Optional<Long> stamp(JsonNode node, String name, String pointer) {
        JsonNode said = node.path(name);
        String text = said.isNumber() ? said.toString() : said.asString("");
        if (said.isMissingNode() || said.isNull() || text.isEmpty() || text.equals("0")) {
            return Optional.empty();
        }
        if (!STAMP.matcher(text).matches()) {
            add(pointer + '/' + name, shown(said) + " is no number of seconds since 1970");
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(text));
    }

    Optional<LocalDate> day(JsonNode node, String pointer) {
        String text = node.path("date").asString("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // said below
        }
        add(pointer + "/date", shown(node.path("date")) + " is no date as 2026-01-31");
        return Optional.empty();
    }

    /** True or false in any of MISP's ways; the other value where nothing is said. */
    boolean flag(JsonNode node, String name, String pointer, boolean otherwise) {
        JsonNode said = node.path(name);
        if (said.isMissingNode() || said.isNull()) {
            return otherwise;
        }
        switch (said.isString() ? said.asString() : said.toString()) {
            case "true", "1" -> {
                return true;
            }
            case "false", "0", "" -> {
                return false;
            }
            default -> {
                add(pointer + '/' + name, shown(said) + " is neither true nor false");
                return otherwise;
            }
        }
    }

    /** A text of 1 to that many characters. */
    String text(JsonNode node, String name, String pointer, int most) {
        JsonNode said = node.path(name);
        String text = said.isValueNode() && !said.isNull() ? said.asString("") : "";
        if (text.isBlank()) {
            add(pointer + '/' + name, "a text is missing");
        } else if (text.length() > most) {
            add(pointer + '/' + name, "the text has " + text.length() + " characters of " + most);
        } else if (text.indexOf('\0') >= 0) {
            add(pointer + '/' + name, "the text has a character U+0000");
        }
        return text;
    }

    static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
    }
}
