package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What dictionaries must be like (§2.3), and hashes, which are some (§2.7). */
final class Dictionaries {

    private static final Pattern OPTION =
            Pattern.compile("(SO|ICMP|ICMP6|IP|IPV6|MCAST|TCP|IRLMP)(_[A-Z0-9]+)+");

    private static final int HASH_KEY_CHARS_MIN = 3;

    private Dictionaries() {}

    static ValueRule of(String values) {
        return switch (values) {
            case "" -> dictionary(true, Dictionaries::anything);
            case "strings" -> dictionary(true, Dictionaries::texts);
            case "options" -> options();
            case "integers" -> dictionary(true, Values.integer(null, null));
            case "languages" -> dictionary(false, Dictionaries::translations);
            case "loose" -> dictionary(true, (value, place, judging) -> {});
            default -> throw new IllegalArgumentException(values);
        };
    }

    private static ValueRule dictionary(boolean keys, ValueRule each) {
        return (value, place, judging) -> {
            if (!value.isObject()) {
                Values.wrong("a dictionary", value, place, judging);
                return;
            }
            if (value.isEmpty()) {
                judging.broken(
                        StixRule.EMPTY_DICTIONARY, place, "an empty dictionary: leave it out");
            }
            value.forEachEntry((name, one) -> {
                Place at = place.member(name);
                if (keys && !TextFormats.dictionaryKey(name)) {
                    judging.broken(
                            StixRule.DICTIONARY_KEY,
                            at,
                            quoted(name) + " is not ASCII letters, digits, - and _");
                }
                each.judge(one, at, judging);
            });
        };
    }

    /** §6.12.4: names of options of sockets with numbers. */
    private static ValueRule options() {
        ValueRule numbers = Values.integer(null, null);
        return dictionary(
                true,
                (value, place, judging) -> {
                    if (!OPTION.matcher(place.name()).matches()) {
                        judging.brokenHere(
                                StixRule.FORMAT,
                                place,
                                quoted(place.name()) + " is no option of sockets");
                    }
                    numbers.judge(value, place, judging);
                });
    }

    private static void anything(JsonNode value, Place place, Judging judging) {
        if (value.isNull()) {
            judging.broken(StixRule.NULL_VALUE, place, "null stands for nothing: leave it out");
        } else if (value.isArray() && value.isEmpty()) {
            judging.broken(StixRule.EMPTY_LIST, place, "an empty list: leave it out");
        }
    }

    private static void texts(JsonNode value, Place place, Judging judging) {
        if (value.isArray()) {
            Values.list(Values::string).judge(value, place, judging);
        } else {
            Values.string(value, place, judging);
        }
    }

    /** §7.1: what stands in one language: properties, with texts, lists or objects of them. */
    private static void translations(JsonNode value, Place place, Judging judging) {
        String language = place.name();
        if (!TextFormats.language(language)) {
            judging.brokenHere(
                    StixRule.LANGUAGE, place, quoted(language) + " is no language of RFC 5646");
        }
        if (!value.isObject()) {
            Values.wrong("a dictionary of properties", value, place, judging);
            return;
        }
        if (value.isEmpty()) {
            judging.broken(StixRule.EMPTY_DICTIONARY, place, "nothing stands in this language");
        }
        value.forEachEntry((name, one) -> translated(one, place.member(name), judging));
    }

    private static void translated(JsonNode value, Place place, Judging judging) {
        if (!value.isString() && !value.isArray() && !value.isObject()) {
            Values.wrong("a string, a list or an object", value, place, judging);
        }
    }

    static void hashes(JsonNode value, Place place, Judging judging) {
        if (!value.isObject()) {
            Values.wrong("a dictionary of hashes", value, place, judging);
            return;
        }
        if (value.isEmpty()) {
            judging.broken(StixRule.EMPTY_DICTIONARY, place, "no hash: leave it out");
        }
        value.forEachEntry((name, one) -> hash(name, one, place.member(name), judging));
    }

    private static void hash(String name, JsonNode value, Place place, Judging judging) {
        if (!TextFormats.dictionaryKey(name) || name.length() < HASH_KEY_CHARS_MIN) {
            judging.broken(StixRule.DICTIONARY_KEY, place, quoted(name) + " names no algorithm");
        }
        String text = Values.text(value, place, judging);
        if (text != null && !TextFormats.hash(name, text)) {
            judging.broken(StixRule.HASH, place, quoted(text) + " is no value of " + name);
        }
    }
}
