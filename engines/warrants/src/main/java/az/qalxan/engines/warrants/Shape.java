package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * What an element with elements inside may hold, and in which order.
 *
 * @param name of the type, as {@code xsi:type} would give it
 * @param order all parts one after the other, or one of them
 * @param parts in the order in which they must stand
 * @param attributes the names that are allowed, none of them in a namespace
 */
record Shape(QName name, Order order, List<Part> parts, Set<String> attributes) implements Kind {

    enum Order {
        SEQUENCE,
        CHOICE
    }

    /** A part: how often, and what it holds. */
    record Part(QName name, Kind kind, int min, int max) {}

    /** Makes the shapes of one namespace. */
    record In(String namespace) {

        Shape sequence(String name, Part... parts) {
            return new Shape(named(name), Order.SEQUENCE, List.of(parts), Set.of());
        }

        Shape choice(String name, Part... parts) {
            return new Shape(named(name), Order.CHOICE, List.of(parts), Set.of());
        }

        Part one(String name, Kind kind) {
            return new Part(named(name), kind, 1, 1);
        }

        Part maybe(String name, Kind kind) {
            return new Part(named(name), kind, 0, 1);
        }

        Part some(String name, Kind kind) {
            return new Part(named(name), kind, 1, Integer.MAX_VALUE);
        }

        Part any(String name, Kind kind) {
            return new Part(named(name), kind, 0, Integer.MAX_VALUE);
        }

        Part entry(String name, String dictionary) {
            return maybe(name, new Entry(dictionary));
        }

        private QName named(String local) {
            return new QName(namespace, local);
        }
    }

    /** A kind of object: the parts that all objects have, then its own. */
    Shape extendedBy(In in, String newName, Part... own) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(Arrays.asList(own));
        return new Shape(
                new QName(in.namespace(), newName), Order.SEQUENCE, List.copyOf(all), attributes);
    }

    Shape withAttributes(String... allowed) {
        return new Shape(name, order, parts, Set.of(allowed));
    }

    QName qualified(String local) {
        return parts.stream()
                .map(Part::name)
                .filter(part -> part.getLocalPart().equals(local))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + local));
    }

    Kind kindOf(String local) {
        return parts.stream()
                .filter(part -> part.name().getLocalPart().equals(local))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + local))
                .kind();
    }

    /** The elements in the order that the schema wants; equal names keep their order. */
    List<Element> arranged(List<Element> elements) {
        Map<QName, Integer> places = new HashMap<>();
        for (Part part : parts) {
            places.putIfAbsent(part.name(), places.size());
        }
        return elements.stream()
                .sorted(
                        Comparator.comparing(
                                element -> places.getOrDefault(element.name(), places.size())))
                .toList();
    }
}
