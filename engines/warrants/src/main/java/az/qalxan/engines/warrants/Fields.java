package az.qalxan.engines.warrants;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the parts out of an element that the grammar has accepted; what is left is carried. */
final class Fields {

    private final Element element;
    private final Shape shape;
    private final Set<String> taken = new HashSet<>();

    Fields(Element element, Shape shape) {
        this.element = element;
        this.shape = shape;
    }

    @Nullable Element part(String local) {
        List<Element> all = parts(local);
        return all.isEmpty() ? null : all.getFirst();
    }

    List<Element> parts(String local) {
        taken.add(local);
        return element.children().stream()
                .filter(child -> child.name().equals(shape.qualified(local)))
                .toList();
    }

    <T> @Nullable T maybe(String local, Function<Element, T> reading) {
        Element part = part(local);
        return part == null ? null : reading.apply(part);
    }

    <T> List<T> all(String local, Function<Element, T> reading) {
        return parts(local).stream().map(reading).toList();
    }

    /** The parts inside one part: absent differs from none. */
    <T> @Nullable List<T> inside(String local, String inner, Function<Element, T> reading) {
        Element part = part(local);
        return part == null
                ? null
                : new Fields(part, (Shape) shape.kindOf(local)).all(inner, reading);
    }

    @Nullable String text(String local) {
        Element part = part(local);
        return part == null ? null : ((Lexical) shape.kindOf(local)).value(part.letters());
    }

    String needed(String local) {
        return Objects.requireNonNull(text(local), local);
    }

    @Nullable Stamp stamp(String local) {
        String text = text(local);
        return text == null ? null : new Stamp(text);
    }

    @Nullable Boolean flag(String local) {
        String text = text(local);
        return text == null ? null : text.equals("true") || text.equals("1");
    }

    @Nullable BigInteger count(String local) {
        String text = text(local);
        return text == null ? null : new BigInteger(text);
    }

    @Nullable DictionaryEntry entry(String local) {
        return maybe(local, Fields::entry);
    }

    static DictionaryEntry entry(Element element) {
        Fields fields = new Fields(element, Grammar.ENTRY);
        return new DictionaryEntry(
                fields.needed("Owner"), fields.needed("Name"), fields.needed("Value"));
    }

    /** Everything that was not taken, in its order. */
    List<Element> rest() {
        List<Element> left = new ArrayList<>();
        for (Element child : element.children()) {
            if (!taken.contains(child.name().getLocalPart())) {
                left.add(child);
            }
        }
        return List.copyOf(left);
    }
}
