package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.xml.namespace.QName;
import org.jspecify.annotations.NullMarked;

/** Invents messages that the grammar allows: every part may come, in every number. */
@NullMarked
final class Samples {

    private static final int REPEATS_MAX = 3;
    private static final Place NOWHERE = new Place(1, 1, null, "");

    private final RandomGenerator random;

    Samples(RandomGenerator random) {
        this.random = random;
    }

    Element message() {
        return element(new QName(Namespaces.CORE, "HI1Message"), MessageGrammar.MESSAGE, List.of());
    }

    private Element element(QName name, Kind kind, List<Element.Attribute> attributes) {
        return switch (kind) {
            case Lexical lexical -> made(name, attributes, letters(value(lexical)));
            case Kind.Entry entry -> entry(name, entry.dictionary());
            case Shape shape when shape == Grammar.OBJECT -> object(name);
            case Shape shape when shape == SignatureGrammar.SIGNATURE -> signature();
            case Shape shape -> made(name, attributes, parts(shape));
            case Kind.National national -> throw new IllegalStateException("left out");
            case Kind.Free free ->
                    made(
                            name,
                            attributes,
                            free == Kind.Free.ANYTHING
                                    ? letters("free <&> text")
                                    : List.of((Content) message()));
        };
    }

    private Element object(QName name) {
        List<Shape> kinds = List.copyOf(ObjectKinds.ALL.values());
        Shape kind = kinds.get(random.nextInt(kinds.size()));
        QName type = Making.prefixed(kind.name());
        Element.Attribute attribute =
                new Element.Attribute(Element.TYPE, type.getPrefix() + ":" + type.getLocalPart());
        if (type.getNamespaceURI().equals(Namespaces.TRAFFIC)) {
            attribute = new Element.Attribute(Element.TYPE, "traffic:" + type.getLocalPart());
        }
        return made(name, List.of(attribute), parts(kind));
    }

    private List<Content> parts(Shape shape) {
        List<Content> content = new ArrayList<>();
        if (shape.order() == Shape.Order.CHOICE) {
            part(shape.parts().get(random.nextInt(shape.parts().size())), 1, content);
            return content;
        }
        for (Shape.Part part : shape.parts()) {
            if (part.kind() instanceof Kind.National || isNationalOnly(part.kind())) {
                continue;
            }
            int most = Math.min(part.max(), REPEATS_MAX);
            int count = part.min() + random.nextInt(most - part.min() + 1);
            if (part.name().getLocalPart().equals("·")) {
                content.addAll(parts((Shape) part.kind()));
            } else {
                part(part, count, content);
            }
        }
        return content;
    }

    private void part(Shape.Part part, int count, List<Content> content) {
        for (int i = 0; i < count; i++) {
            content.add(element(part.name(), part.kind(), List.of()));
        }
    }

    private static boolean isNationalOnly(Kind kind) {
        return kind instanceof Shape shape
                && shape.parts().stream().allMatch(part -> part.kind() instanceof Kind.National);
    }

    private Element entry(QName name, String dictionary) {
        List<String> known =
                List.copyOf(
                        Dictionaries.all().getOrDefault(dictionary, java.util.Set.of("Anything")));
        String value = known.isEmpty() ? "Any" : known.get(random.nextInt(known.size()));
        String owner = random.nextBoolean() ? "ETSI" : "AZ";
        return made(
                name,
                List.of(),
                List.of(
                        simple("Owner", owner),
                        simple("Name", dictionary),
                        simple("Value", value)));
    }

    private static Element simple(String local, String value) {
        return made(new QName(Namespaces.COMMON, local), List.of(), letters(value));
    }

    private static Element signature() {
        String xml =
                """
                <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
                <ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>
                <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
                <ds:Reference URI=""><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
                <ds:DigestValue>YWJj</ds:DigestValue></ds:Reference></ds:SignedInfo>
                <ds:SignatureValue>YWJj</ds:SignatureValue>
                <ds:KeyInfo><ds:KeyName>key 1</ds:KeyName></ds:KeyInfo></ds:Signature>
                """;
        return XmlReading.read(
                        xml.getBytes(java.nio.charset.StandardCharsets.UTF_8), new Findings())
                .orElseThrow();
    }

    private String value(Lexical lexical) {
        return switch (lexical) {
            case SHORT_STRING, LONG_STRING ->
                    List.of("", "Bakı, Əhməd", "a & b <c>", " spaced  out ", "\u00AB\uD83D\uDE00")
                            .get(random.nextInt(5));
            case ETSI_VERSION -> "V1.12.1";
            case UUID -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case COUNTRY -> " AZ";
            case LIID -> "LIID" + random.nextInt(1000);
            case LDID -> "AZ-DTX-" + random.nextInt(1000);
            case MOMENT ->
                    random.nextBoolean() ? "2026-02-28T24:00:00Z" : "2024-02-29T23:59:59+04:00";
            case EXACT_MOMENT -> "2026-11-27T09:00:00.000001+04:00";
            case COUNT -> Integer.toString(random.nextInt(5));
            case ORDINAL -> Integer.toString(1 + random.nextInt(5));
            case BOOLEAN -> List.of("true", "false", "1", "0").get(random.nextInt(4));
            case BASE64 -> List.of("", "YQ==", "YW I=", "YWJj").get(random.nextInt(4));
            case ADDRESS -> "https://example.az/a?b=c";
            case E164 -> "994505550127";
            case IMSI -> "400010123456789";
            case IMEI -> "35209900176148";
            case IMEI_CHECK_DIGIT -> "352099001761481";
            case IMEI_SV -> "3520990017614823";
            case IPV4 -> "192.0.2." + random.nextInt(256);
            case IPV4_RANGE -> "192.0.2.0/24";
            case IPV6 -> "2001:0db8:0000:0000:0000:0000:0000:0001";
            case IPV6_RANGE -> "2001:0db8:0000:0000:0000:0000:0000:0000/64";
            case MAC -> "00:1a:2b:3c:4d:5e";
            case EMAIL -> "a.b@example.az";
            case WIDE_EMAIL -> "şöbə@nümunə.az";
            case TCP_PORT -> "443";
            case UDP_PORT -> "0";
        };
    }

    private static List<Content> letters(String text) {
        return text.isEmpty() ? List.of() : List.of(new Content.Letters(text));
    }

    private static Element made(
            QName name, List<Element.Attribute> attributes, List<? extends Content> content) {
        return new Element(prefixed(name), SCOPE, attributes, List.copyOf(content), NOWHERE);
    }

    private static final Map<String, String> SCOPE = scope();

    private static Map<String, String> scope() {
        Map<String, String> scope = new java.util.HashMap<>(Making.SCOPE);
        scope.put("traffic", Namespaces.TRAFFIC);
        scope.put("types", Namespaces.TYPES);
        return Map.copyOf(scope);
    }

    private static QName prefixed(QName name) {
        return switch (name.getNamespaceURI()) {
            case Namespaces.TRAFFIC ->
                    new QName(Namespaces.TRAFFIC, name.getLocalPart(), "traffic");
            case Namespaces.TYPES -> new QName(Namespaces.TYPES, name.getLocalPart(), "types");
            default -> Making.prefixed(name);
        };
    }
}
