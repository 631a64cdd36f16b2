package az.qalxan.engines.warrants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Remarks on what the grammar allows but hardly can be meant: numbers used twice, spans that end
 * before they start, checksums that differ.
 */
final class SenseCheck {

    private static final Map<String, Lexical> FORMATS =
            Map.ofEntries(
                    Map.entry("InternationalE164", Lexical.E164),
                    Map.entry("IMSI", Lexical.IMSI),
                    Map.entry("IMEI", Lexical.IMEI),
                    Map.entry("IMEICheckDigit", Lexical.IMEI_CHECK_DIGIT),
                    Map.entry("IMEISV", Lexical.IMEI_SV),
                    Map.entry("IPv4Address", Lexical.IPV4),
                    Map.entry("IPv6Address", Lexical.IPV6),
                    Map.entry("IPv4CIDR", Lexical.IPV4_RANGE),
                    Map.entry("IPv6CIDR", Lexical.IPV6_RANGE),
                    Map.entry("MACAddress", Lexical.MAC),
                    Map.entry("EmailAddress", Lexical.EMAIL),
                    Map.entry("InternationalizedEmailAddress", Lexical.WIDE_EMAIL));
    private static final Set<String> SPANS =
            Set.of("AuthorisationTimespan", "DocumentTimespan", "RequestDetails", "Timespan");
    private static final Set<String> NUMBERED = Set.of("ActionRequests", "ActionResponses");

    private final Findings findings;
    private final Set<String> created = new HashSet<>();

    SenseCheck(Findings findings) {
        this.findings = findings;
    }

    void element(Element element) {
        String local = element.name().getLocalPart();
        if (SPANS.contains(local)) {
            span(element);
        }
        if (NUMBERED.contains(local)) {
            numbers(element);
        }
        switch (local) {
            case "ETSIVersion" -> version(element);
            case "CREATE" -> created(element);
            case "RequestValue", "TargetIdentifierValue" -> format(element);
            case "DocumentBody", "BinaryData" -> checksum(element);
            case "Signature" -> findings.remark(Fault.UNVERIFIED_SIGNATURE, element.place());
            default -> {
                // Nothing more to say about it.
            }
        }
        if (!local.equals("Signature") && !local.equals("XMLData")) {
            element.children().forEach(this::element);
        }
    }

    private void span(Element element) {
        String start = inside(element, "StartTime").strip();
        String end = inside(element, "EndTime").strip();
        if (!start.isEmpty()
                && !end.isEmpty()
                && new Stamp(end).at().isBefore(new Stamp(start).at())) {
            findings.remark(Fault.ENDS_BEFORE_START, element.place(), end, start);
        }
    }

    private void numbers(Element element) {
        Set<String> seen = new HashSet<>();
        for (Element action : element.children()) {
            String number = inside(action, "ActionIdentifier").strip();
            if (!seen.add(number)) {
                findings.remark(Fault.SAME_ACTION, action.place(), number);
            }
        }
    }

    private void version(Element element) {
        String version = element.letters();
        if (!version.equals(Warrants.VERSION)) {
            findings.remark(Fault.OTHER_VERSION, element.place(), version, Warrants.VERSION);
        }
    }

    private void created(Element element) {
        for (Element object : element.children()) {
            String id = inside(object, "ObjectIdentifier").strip();
            if (!created.add(id)) {
                findings.remark(Fault.SAME_OBJECT, object.place(), id);
            }
        }
    }

    private void format(Element element) {
        List<Element> parts = element.children();
        String owner = inside(parts.getFirst(), "FormatOwner");
        String name = inside(parts.getFirst(), "FormatName");
        Lexical lexical = FORMATS.get(name);
        String value = inside(element, "Value");
        if (owner.equals("ETSI") && lexical != null && !lexical.fits(lexical.value(value))) {
            findings.remark(Fault.ODD_IDENTIFIER, element.place(), value, name);
        }
    }

    private void checksum(Element element) {
        String said = inside(element, "Checksum").strip();
        String kind = inside(element, "ChecksumType").toUpperCase(Locale.ROOT).replace("-", "");
        String contents = inside(element, "Contents") + inside(element, "Data");
        if (said.isEmpty() || !kind.equals("SHA256")) {
            return;
        }
        String found = digest(Lexical.BASE64.value(contents));
        if (!said.equalsIgnoreCase(found)) {
            findings.remark(Fault.WRONG_CHECKSUM, element.place(), said, found);
        }
    }

    static String digest(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String inside(Element element, String local) {
        return element.children().stream()
                .filter(child -> child.name().getLocalPart().equals(local))
                .findFirst()
                .map(Element::letters)
                .orElse("");
    }
}
