package az.qalxan.engines.warrants;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes elements of bytes, within limits, without document types, entities or anything outside.
 *
 * <p>Comments and processing instructions are left out: they carry no meaning in a message.
 */
final class XmlReading {

    static final int BYTES_MAX = 32 * 1024 * 1024;
    static final int DEPTH_MAX = 64;
    static final int ELEMENTS_MAX = 100_000;

    private static final Place START = new Place(1, 1, null, "");

    private final String text;
    private final Findings findings;
    private final LineIndex lines;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Element root;
    private int elements;

    /** An element whose end has not been read yet. */
    private static final class Open {
        final QName name;
        final Map<String, String> scope;
        final List<Element.Attribute> attributes = new ArrayList<>();
        final List<Content> content = new ArrayList<>();
        final Map<String, Integer> counts = new HashMap<>();
        final Place place;

        Open(QName name, Map<String, String> scope, Place place) {
            this.name = name;
            this.scope = scope;
            this.place = place;
        }
    }

    private XmlReading(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
        this.lines = new LineIndex(text);
    }

    /** The root, or nothing and a violation. */
    static Optional<Element> read(byte[] bytes, Findings findings) {
        if (bytes.length == 0 || bytes.length > BYTES_MAX) {
            findings.violation(
                    Fault.SIZE, START, Integer.toString(bytes.length), Integer.toString(BYTES_MAX));
            return Optional.empty();
        }
        Decoding.Decoded decoded = Decoding.of(bytes);
        if (decoded.text().isEmpty()) {
            findings.violation(Fault.ENCODING, START, decoded.charset());
            return Optional.empty();
        }
        return new XmlReading(decoded.text().get(), findings).tree();
    }

    private Optional<Element> tree() {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return readAll(reader) ? Optional.ofNullable(root) : Optional.empty();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            findings.violation(
                    Fault.NOT_WELL_FORMED,
                    at == null
                            ? here(1, 1)
                            : here(
                                    Math.max(1, at.getLineNumber()),
                                    Math.max(1, at.getColumnNumber())),
                    firstLine(e));
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private boolean readAll(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!start(reader)) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        letters(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    Location at = reader.getLocation();
                    findings.violation(
                            Fault.DOCUMENT_TYPE,
                            here(at.getLineNumber(), Math.max(1, at.getColumnNumber())));
                    return false;
                }
                default -> {
                    // Comments and instructions say nothing to the receiver.
                }
            }
        }
        return true;
    }

    private boolean start(XMLStreamReader reader) {
        Location end = reader.getLocation();
        LineIndex.Spot spot = lines.startOfTag(end.getCharacterOffset());
        QName name = reader.getName();
        @Nullable Open parent = open.peek();
        String step = name.getLocalPart();
        if (parent != null) {
            int count = parent.counts.merge(step, 1, Integer::sum);
            step = count > 1 ? step + "[" + count + "]" : step;
        }
        Place place =
                new Place(spot.line(), spot.column(), parent == null ? null : parent.place, step);
        elements += 1 + reader.getAttributeCount() + reader.getNamespaceCount();
        if (elements > ELEMENTS_MAX) {
            findings.violation(Fault.TOO_MANY, place, Integer.toString(ELEMENTS_MAX));
            return false;
        }
        if (open.size() >= DEPTH_MAX) {
            findings.violation(Fault.TOO_DEEP, place, Integer.toString(DEPTH_MAX));
            return false;
        }
        Open opened = new Open(name, scope(reader, parent), place);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            opened.attributes.add(
                    new Element.Attribute(reader.getAttributeName(i), reader.getAttributeValue(i)));
        }
        open.push(opened);
        return true;
    }

    private static Map<String, String> scope(XMLStreamReader reader, @Nullable Open parent) {
        Map<String, String> outer = parent == null ? Map.of() : parent.scope;
        if (reader.getNamespaceCount() == 0) {
            return outer;
        }
        Map<String, String> scope = new HashMap<>(outer);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            scope.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        return scope;
    }

    private void end() {
        Open ended = open.pop();
        Element element =
                new Element(ended.name, ended.scope, ended.attributes, ended.content, ended.place);
        Open parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.content.add(element);
        }
    }

    private void letters(String letters) {
        Open inside = open.peek();
        if (inside != null && !letters.isEmpty()) {
            inside.content.add(new Content.Letters(letters));
        }
    }

    private Place here(int line, int column) {
        Open inside = open.peek();
        return inside == null
                ? new Place(line, column, null, "")
                : new Place(line, column, inside.place.parent(), inside.place.step());
    }

    /** The parser's own sentence without its repetition of the place. */
    private static String firstLine(XMLStreamException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        int at = message.indexOf("Message: ");
        return message.substring(at < 0 ? 0 : at + "Message: ".length()).strip();
    }
}
