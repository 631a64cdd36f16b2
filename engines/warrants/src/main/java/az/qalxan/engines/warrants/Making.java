package az.qalxan.engines.warrants;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Makes an element of parts; what is absent is left out, and the grammar gives the order. */
final class Making {

    static final Map<String, String> SCOPE = Map.copyOf(Namespaces.written());

    private static final Place NOWHERE = new Place(1, 1, null, "");
    private static final Map<String, String> PREFIXES = prefixes();

    private final Shape shape;
    private final List<Element> parts = new ArrayList<>();

    Making(Shape shape) {
        this.shape = shape;
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new java.util.HashMap<>();
        SCOPE.forEach((prefix, namespace) -> prefixes.put(namespace, prefix));
        return Map.copyOf(prefixes);
    }

    Making text(String local, @Nullable String value) {
        if (value != null) {
            parts.add(named(local, List.of(new Content.Letters(value))));
        }
        return this;
    }

    Making stamp(String local, @Nullable Stamp stamp) {
        return text(local, stamp == null ? null : stamp.text());
    }

    Making flag(String local, @Nullable Boolean flag) {
        return text(local, flag == null ? null : flag.toString());
    }

    Making count(String local, @Nullable BigInteger count) {
        return text(local, count == null ? null : count.toString());
    }

    Making entry(String local, @Nullable DictionaryEntry entry) {
        return part(local, entry, Making::entry);
    }

    static List<Element> entry(DictionaryEntry entry) {
        return new Making(Grammar.ENTRY)
                .text("Owner", entry.owner())
                .text("Name", entry.name())
                .text("Value", entry.value())
                .inside();
    }

    <T> Making part(String local, @Nullable T value, Function<T, List<Element>> making) {
        if (value != null) {
            parts.add(named(local, List.copyOf(making.apply(value))));
        }
        return this;
    }

    <T> Making all(String local, List<T> values, Function<T, List<Element>> making) {
        values.forEach(value -> part(local, value, making));
        return this;
    }

    /** Parts inside one part: absent gives no part, none an empty one. */
    <T> Making nested(Nest nest, @Nullable List<T> values, Function<T, List<Element>> making) {
        Shape inner = (Shape) shape.kindOf(nest.outer());
        return part(
                nest.outer(),
                values,
                all -> new Making(inner).all(nest.inner(), all, making).inside());
    }

    /** The names of a part and of the parts inside it. */
    record Nest(String outer, String inner) {}

    Making carried(List<Element> elements) {
        parts.addAll(elements);
        return this;
    }

    Making object(@Nullable HiObject object) {
        if (object != null) {
            parts.add(ObjectWriting.element(object));
        }
        return this;
    }

    /** The parts in the order that the grammar wants. */
    List<Element> inside() {
        return shape.arranged(parts);
    }

    static Element element(QName name, List<Element.Attribute> attributes, List<Element> inside) {
        return new Element(prefixed(name), SCOPE, attributes, List.copyOf(inside), NOWHERE);
    }

    static QName prefixed(QName name) {
        String prefix = PREFIXES.getOrDefault(name.getNamespaceURI(), name.getPrefix());
        return new QName(name.getNamespaceURI(), name.getLocalPart(), prefix);
    }

    private Element named(String local, List<Content> content) {
        return new Element(prefixed(shape.qualified(local)), SCOPE, List.of(), content, NOWHERE);
    }
}
