package az.qalxan.engines.warrants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** Compares a message with the grammar and tells every difference. */
final class StructureCheck {

    /** The name of a part that stands for one of several, without an element of its own. */
    private static final String GROUP = "·";

    private final Findings findings;
    private boolean request;

    StructureCheck(Findings findings) {
        this.findings = findings;
    }

    void message(Element root) {
        if (!root.is(Namespaces.CORE, "HI1Message")) {
            findings.violation(Fault.NO_MESSAGE, root.place(), shown(root.name()));
            return;
        }
        request =
                root.children().stream()
                        .filter(child -> child.is(Namespaces.CORE, "Payload"))
                        .flatMap(child -> child.children().stream())
                        .anyMatch(child -> child.is(Namespaces.CORE, "RequestPayload"));
        element(root, MessageGrammar.MESSAGE);
    }

    /** One object alone, such as one that was kept. */
    void object(Element element) {
        request = false;
        element(element, Grammar.OBJECT);
    }

    private void element(Element element, Kind kind) {
        switch (kind) {
            case Lexical lexical -> value(element, lexical);
            case Shape shape -> shaped(element, shape);
            case Kind.Entry entry -> {
                shaped(element, Grammar.ENTRY);
                dictionary(element, entry.dictionary());
            }
            case Kind.National national -> national(element, national);
            case Kind.Free free -> free(element, free);
        }
    }

    private void value(Element element, Lexical lexical) {
        attributes(element, lexical.name());
        for (Element child : element.children()) {
            unexpected(child, lexical.description());
        }
        String value = lexical.value(element.letters());
        if (!lexical.fits(value)) {
            findings.violation(
                    Fault.WRONG_VALUE,
                    element.place(),
                    value,
                    lexical.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    lexical.description());
        }
    }

    private void shaped(Element element, Shape declared) {
        Shape shape = declared;
        if (declared == Grammar.OBJECT) {
            Optional<QName> type = element.type();
            if (type.isEmpty()) {
                findings.violation(Fault.MISSING_TYPE, element.place());
                return;
            }
            shape = ObjectKinds.ALL.get(type.get());
            if (shape == null) {
                findings.violation(
                        Fault.UNKNOWN_TYPE,
                        element.place(),
                        shown(type.get()),
                        ObjectKinds.names());
                return;
            }
        }
        attributes(element, shape);
        onlyElements(element);
        List<Element> children = element.children();
        if (shape.order() == Shape.Order.CHOICE) {
            int taken = choice(element, shape, children, 0);
            rest(children, taken, shape);
        } else {
            sequence(element, shape, children);
        }
    }

    private void sequence(Element element, Shape shape, List<Element> children) {
        int next = 0;
        for (Shape.Part part : shape.parts()) {
            next = strangers(children, next, shape);
            if (part.name().getLocalPart().equals(GROUP)) {
                next = choice(element, (Shape) part.kind(), children, next);
                continue;
            }
            int count = 0;
            while (next < children.size()
                    && count < part.max()
                    && children.get(next).name().equals(part.name())) {
                element(children.get(next), part.kind());
                next++;
                count++;
            }
            if (count < part.min() && !named(children, part)) {
                findings.violation(
                        Fault.MISSING_ELEMENT, element.place(), part.name().getLocalPart());
            }
        }
        rest(children, next, shape);
    }

    /** Tells of elements that the shape does not know at all, and goes past them. */
    private int strangers(List<Element> children, int from, Shape shape) {
        int next = from;
        while (next < children.size() && !knows(shape, children.get(next).name())) {
            unexpected(children.get(next), expected(shape));
            next++;
        }
        return next;
    }

    private int choice(Element element, Shape shape, List<Element> children, int from) {
        if (from < children.size()) {
            Element child = children.get(from);
            for (Shape.Part part : shape.parts()) {
                if (part.name().equals(child.name())) {
                    element(child, part.kind());
                    return from + 1;
                }
            }
        }
        findings.violation(Fault.TOO_FEW_CHOICES, element.place(), expected(shape));
        return from;
    }

    private void rest(List<Element> children, int from, Shape shape) {
        for (Element child : children.subList(from, children.size())) {
            unexpected(child, expected(shape));
        }
    }

    private void unexpected(Element child, String expected) {
        findings.violation(Fault.UNEXPECTED_ELEMENT, child.place(), shown(child.name()), expected);
    }

    private static boolean named(List<Element> children, Shape.Part part) {
        return children.stream().anyMatch(child -> child.name().equals(part.name()));
    }

    private static boolean knows(Shape shape, QName name) {
        return shape.parts().stream()
                .anyMatch(part ->
                        part.name().equals(name)
                                || part.name().getLocalPart().equals(GROUP)
                                        && knows((Shape) part.kind(), name));
    }

    private static String expected(Shape shape) {
        return shape.parts().stream()
                .map(part ->
                        part.name().getLocalPart().equals(GROUP)
                                ? expected((Shape) part.kind())
                                : part.name().getLocalPart())
                .collect(Collectors.joining(", "));
    }

    private void onlyElements(Element element) {
        String text = element.letters().strip();
        if (!text.isEmpty()) {
            findings.violation(Fault.UNEXPECTED_TEXT, element.place(), text);
        }
    }

    private void attributes(Element element, Shape shape) {
        for (Element.Attribute attribute : element.attributes()) {
            if (attribute.name().equals(Element.TYPE)) {
                element.type()
                        .filter(type -> !type.equals(shape.name()))
                        .ifPresent(type -> wrongType(element, type, shape.name().getLocalPart()));
            } else if (!isHint(attribute) && !shape.attributes().contains(plain(attribute))) {
                unexpected(element, attribute);
            }
        }
    }

    /** A simple value may name its own type of TS 103 280 or XML Schema; other attributes not. */
    private void attributes(Element element, String kind) {
        boolean signed = element.name().getNamespaceURI().equals(Namespaces.SIGNATURE);
        for (Element.Attribute attribute : element.attributes()) {
            if (attribute.name().equals(Element.TYPE)) {
                element.type().ifPresent(type -> wrongType(element, type, kind));
            } else if (!isHint(attribute) && !(signed && plain(attribute).equals("Id"))) {
                unexpected(element, attribute);
            }
        }
    }

    private void wrongType(Element element, QName type, String known) {
        findings.violation(Fault.UNKNOWN_TYPE, element.place(), shown(type), known);
    }

    private void unexpected(Element element, Element.Attribute attribute) {
        findings.violation(Fault.UNEXPECTED_ATTRIBUTE, element.place(), shown(attribute.name()));
    }

    private static String plain(Element.Attribute attribute) {
        return attribute.name().getNamespaceURI().isEmpty() ? attribute.name().getLocalPart() : "";
    }

    /** Where to find a schema: said by the sender, never followed. */
    private static boolean isHint(Element.Attribute attribute) {
        return attribute.name().getNamespaceURI().equals(Namespaces.INSTANCE)
                && attribute
                        .name()
                        .getLocalPart()
                        .matches("schemaLocation|noNamespaceSchemaLocation");
    }

    private void national(Element element, Kind.National national) {
        Optional<QName> type = element.type();
        if (type.isEmpty()) {
            findings.violation(Fault.MISSING_TYPE, element.place());
            return;
        }
        List<Element> children = element.children();
        if (children.isEmpty() || !children.getFirst().is(national.namespace(), "CountryCode")) {
            findings.violation(Fault.MISSING_ELEMENT, element.place(), "CountryCode");
            return;
        }
        value(children.getFirst(), Lexical.COUNTRY);
        if (type.get().getNamespaceURI().isEmpty()
                || type.get().getNamespaceURI().equals(national.namespace())) {
            wrongType(element, type.get(), "a national type");
        } else {
            findings.remark(Fault.NATIONAL_PART, element.place(), shown(type.get()));
        }
    }

    private void free(Element element, Kind.Free free) {
        if (free == Kind.Free.ANYTHING) {
            return;
        }
        onlyElements(element);
        if (element.children().isEmpty()) {
            findings.violation(Fault.MISSING_ELEMENT, element.place(), "an element");
        }
        for (Element child : element.children()) {
            String namespace = child.name().getNamespaceURI();
            if (namespace.isEmpty() || namespace.equals(Namespaces.DELIVERY)) {
                unexpected(child, "elements of another namespace");
            } else if (child.is(Namespaces.CORE, "HI1Message")) {
                element(child, MessageGrammar.MESSAGE);
            }
        }
    }

    private void dictionary(Element element, String expected) {
        String owner = part(element, "Owner");
        String name = part(element, "Name");
        String value = part(element, "Value");
        if (!owner.equals("ETSI") || value.isEmpty()) {
            return;
        }
        if (!Dictionaries.exists(name)) {
            findings.remark(Fault.FOREIGN_DICTIONARY, element.place(), name);
            return;
        }
        if (Dictionaries.exists(expected) && !expected.equals(name)) {
            findings.remark(Fault.OTHER_DICTIONARY, element.place(), name, expected);
        }
        boolean unknown = Dictionaries.membership(name, value) == Dictionaries.Membership.UNKNOWN;
        if (unknown && request) {
            findings.violation(
                    Fault.UNKNOWN_ENTRY, element.place(), value, name, Dictionaries.listed(name));
        } else if (Dictionaries.membership(name, value) != Dictionaries.Membership.LISTED) {
            findings.remark(Fault.OBSOLETE_ENTRY, element.place(), value, name);
        }
    }

    private static String part(Element entry, String local) {
        return entry.children().stream()
                .filter(child -> child.is(Namespaces.COMMON, local))
                .findFirst()
                .map(Element::letters)
                .orElse("");
    }

    private static String shown(QName name) {
        String namespace = name.getNamespaceURI();
        String last = namespace.substring(namespace.lastIndexOf('/') + 1);
        return namespace.isEmpty() || last.equals("Core")
                ? name.getLocalPart()
                : last + ":" + name.getLocalPart();
    }
}
