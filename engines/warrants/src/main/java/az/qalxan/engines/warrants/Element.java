package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * An element as it was read or will be written.
 *
 * @param name with the prefix that it was read with
 * @param scope the namespaces that hold inside it: prefix to namespace
 * @param attributes without declarations of namespaces
 * @param content elements and letters in their order
 * @param place where it stood
 */
public record Element(
        QName name,
        Map<String, String> scope,
        List<Attribute> attributes,
        List<Content> content,
        Place place)
        implements Content {

    /** An attribute with its prefix. */
    public record Attribute(QName name, String value) {}

    static final QName TYPE = new QName(Namespaces.INSTANCE, "type", "xsi");

    /** Copies the lists; the scope is shared between elements and must not be changed. */
    public Element {
        attributes = List.copyOf(attributes);
        content = List.copyOf(content);
    }

    List<Element> children() {
        List<Element> found = new ArrayList<>(content.size());
        for (Content part : content) {
            if (part instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The letters directly inside, as they stand. */
    String letters() {
        StringBuilder text = new StringBuilder();
        for (Content part : content) {
            if (part instanceof Letters letters) {
                text.append(letters.text());
            }
        }
        return text.toString();
    }

    Optional<String> attribute(QName wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(wanted))
                .map(Attribute::value)
                .findFirst();
    }

    /** What {@code xsi:type} names, its prefix resolved; an unknown prefix gives no namespace. */
    Optional<QName> type() {
        return attribute(TYPE).map(value -> resolved(value.strip()));
    }

    private QName resolved(String value) {
        int colon = value.indexOf(':');
        String prefix = colon < 0 ? "" : value.substring(0, colon);
        return new QName(scope.getOrDefault(prefix, ""), value.substring(colon + 1));
    }

    boolean is(String namespace, String local) {
        return name.getLocalPart().equals(local) && name.getNamespaceURI().equals(namespace);
    }
}
