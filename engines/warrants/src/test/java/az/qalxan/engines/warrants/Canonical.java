package az.qalxan.engines.warrants;

import java.util.Optional;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.jspecify.annotations.NullMarked;

/** The meaning of XML as text: no prefixes, no indentation, attributes in order. */
@NullMarked
final class Canonical {

    private Canonical() {}

    static String of(byte[] bytes) {
        Findings findings = new Findings();
        Optional<Element> root = XmlReading.read(bytes, findings);
        return of(root.orElseThrow(() -> new AssertionError(findings.violations())));
    }

    static String of(Element element) {
        StringBuilder out = new StringBuilder();
        write(element, out, 0);
        return out.toString();
    }

    private static void write(Element element, StringBuilder out, int depth) {
        out.append("\n").append(" ".repeat(depth)).append(element.name());
        TreeMap<String, String> attributes = new TreeMap<>();
        for (Element.Attribute attribute : element.attributes()) {
            String value =
                    attribute.name().equals(Element.TYPE)
                            ? element.type().map(QName::toString).orElse("")
                            : attribute.value();
            attributes.put(attribute.name().toString(), value);
        }
        out.append(attributes);
        boolean mixed = !element.letters().isBlank() && !element.children().isEmpty();
        for (Content part : element.content()) {
            switch (part) {
                case Element inner -> write(inner, out, depth + 1);
                case Content.Letters letters -> {
                    if (mixed || element.children().isEmpty()) {
                        out.append('"').append(letters.text()).append('"');
                    }
                }
            }
        }
    }
}
