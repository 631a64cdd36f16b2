package az.qalxan.exchange.knowledge;

import az.qalxan.engines.detection.indicator.IndicatorKind;
import az.qalxan.engines.detection.indicator.IndicatorValue;
import az.qalxan.engines.linking.IdentifierExtractor;
import az.qalxan.engines.linking.IdentifierKind;
import az.qalxan.jurisdiction.Jurisdiction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings values into the one form in which they are compared. */
@Component
class ValueReading {

    /** Longer texts are no value. */
    static final int CHARS_MAX = IndicatorValue.TEXT_MAX;

    private static final String VALUE = "value";

    private static final Map<String, ValueKind> HASHES =
            Map.of(
                    "MD5", ValueKind.MD5,
                    "SHA1", ValueKind.SHA1,
                    "SHA256", ValueKind.SHA256,
                    "SHA512", ValueKind.SHA512);

    /** Types whose property {@code value} is the value; the last two are of extensions. */
    private static final Map<String, ValueKind> OF_TYPES =
            Map.of(
                    "ipv4-addr", ValueKind.IP,
                    "ipv6-addr", ValueKind.IP,
                    "domain-name", ValueKind.DOMAIN,
                    "url", ValueKind.URL,
                    "email-addr", ValueKind.EMAIL,
                    "phone-number", ValueKind.PHONE,
                    "cryptocurrency-wallet", ValueKind.WALLET);

    private static final List<String> ENDS = List.of("src_ref", "dst_ref", "resolves_to_refs");

    private final IdentifierExtractor identifiers;

    ValueReading(Jurisdiction jurisdiction) {
        identifiers = IdentifierExtractor.forRegion(jurisdiction.phoneRegion());
    }

    /**
     * The value that an object of that type has there; empty where it is none that is looked up.
     *
     * @param path as STIX patterns write it, such as {@code hashes.MD5}
     */
    Optional<KnownValue> at(String type, String path, String text) {
        int last = path.lastIndexOf('.');
        if (path.startsWith("hashes.") || path.contains(".hashes.")) {
            return Optional.ofNullable(HASHES.get(algorithm(path.substring(last + 1))))
                    .flatMap(kind -> of(kind, text));
        }
        if (path.equals(VALUE) && OF_TYPES.containsKey(type)) {
            return of(OF_TYPES.get(type), text);
        }
        if (path.endsWith("_ref.value") || path.endsWith("_refs[*].value")) {
            return referred(path, text);
        }
        return type.equals("bank-account") && path.equals("iban")
                ? of(ValueKind.IBAN, text)
                : Optional.empty();
    }

    private static String algorithm(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "");
    }

    /** Ends of traffic and of names are addresses or names; those of mail are mail addresses. */
    private Optional<KnownValue> referred(String path, String text) {
        if (ENDS.stream().anyMatch(path::startsWith)) {
            return of(ValueKind.IP, text).or(() -> of(ValueKind.DOMAIN, text));
        }
        return text.indexOf('@') > 0 ? of(ValueKind.EMAIL, text) : Optional.empty();
    }

    /** The value of that kind; empty where the text is none. */
    Optional<KnownValue> of(ValueKind kind, String text) {
        if (!sound(text)) {
            return Optional.empty();
        }
        return switch (kind) {
            case PHONE -> identifier(IdentifierKind.PHONE, kind, text);
            case IBAN -> identifier(IdentifierKind.IBAN, kind, text);
            case WALLET -> identifier(IdentifierKind.WALLET, kind, text);
            default -> kind.inEvents().flatMap(one -> inEvents(one, text));
        };
    }

    private static Optional<KnownValue> inEvents(IndicatorKind kind, String text) {
        return IndicatorValue.read(kind, text) instanceof IndicatorValue value
                ? known(value)
                : Optional.empty();
    }

    private static Optional<KnownValue> known(IndicatorValue value) {
        return sound(value.text())
                ? Optional.of(new KnownValue(ValueKind.of(value.kind()), value.text()))
                : Optional.empty();
    }

    private Optional<KnownValue> identifier(IdentifierKind hint, ValueKind kind, String text) {
        return text.length() > IdentifierExtractor.FIELD_CHARS_MAX
                ? Optional.empty()
                : identifiers
                        .normalise(hint, text)
                        .filter(found -> found.kind() == hint)
                        .map(found -> new KnownValue(kind, found.value()));
    }

    /** The value that somebody typed, of the kind that it looks like. */
    Optional<KnownValue> typed(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || !sound(stripped)) {
            return Optional.empty();
        }
        if (IndicatorValue.read(stripped) instanceof IndicatorValue value) {
            return known(value);
        }
        return of(ValueKind.PHONE, stripped)
                .or(() -> of(ValueKind.IBAN, stripped))
                .or(() -> of(ValueKind.WALLET, stripped));
    }

    /** Not too long, and without the sign that PostgreSQL cannot keep or any other like it. */
    private static boolean sound(String text) {
        return text.length() <= CHARS_MAX && text.chars().noneMatch(Character::isISOControl);
    }
}
