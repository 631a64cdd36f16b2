package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Types that are one word in the tables of the specification. */
final class SimpleTypes {

    private SimpleTypes() {}

    static ValueRule of(String word) {
        return switch (word) {
            case "string" -> Values::string;
            case "boolean" -> Values::bool;
            case "object" -> Values::object;
            case "timestamp" -> Values::timestamp;
            case "precise" -> Values::preciseTimestamp;
            case "second" -> SimpleTypes::wholeSecond;
            case "version" -> SimpleTypes::version;
            case "hashes" -> Dictionaries::hashes;
            case "container" -> Container::judge;
            case "binary" -> Values.written(StixRule.BINARY, TextFormats::base64, "base64");
            case "hex" -> Values.written(StixRule.HEX, TextFormats::hex, "pairs of hex digits");
            case "language" ->
                    Values.written(
                            StixRule.LANGUAGE, TextFormats::language, "a language of RFC 5646");
            case "url" -> Values.formed(TextFormats::uri, "a URL of RFC 3986");
            case "mime" -> Values.formed(TextFormats::mime, "a media type");
            case "charset" -> Values.formed(TextFormats::charset, "the name of a character set");
            case "cpe" -> Values.formed(TextFormats::cpe, "a name of CPE 2.3");
            case "ipv4" -> Values.formed(NetFormats::ipv4, "an IPv4 address or network");
            case "ipv6" -> Values.formed(NetFormats::ipv6, "an IPv6 address or network");
            case "mac" -> Values.formed(NetFormats::mac, "a MAC address in lower case with colons");
            case "domain" -> Values.formed(NetFormats::domain, "a domain name of RFC 1034");
            case "email" -> Values.formed(NetFormats::email, "an e-mail address of RFC 5322");
            default -> throw new IllegalStateException(word);
        };
    }

    private static void version(JsonNode value, Place place, Judging judging) {
        String text = Values.text(value, place, judging);
        if (text != null && !text.equals("2.1")) {
            judging.broken(StixRule.SPEC_VERSION, place, quoted(text) + " is not 2.1");
        }
    }

    /** §6.7.6: the time stamp of a PE binary knows no part of a second. */
    private static void wholeSecond(JsonNode value, Place place, Judging judging) {
        Optional<StixTimestamp> moment = Values.moment(value, place, judging);
        if (moment.isPresent() && moment.get().digits() > 0) {
            judging.brokenHere(StixRule.TIMESTAMP_PRECISION, place, "whole seconds are wanted");
        }
    }
}
