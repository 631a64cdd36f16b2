package az.qalxan.engines.threatintel.cap;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of others into a small tree: no document type, no entities of its own, bounded. */
final class CapTree {

    private static final int DEPTH_MAX = 8;
    private static final int ELEMENTS_MAX = 20_000;

    private final Deque<CapNode> open = new ArrayDeque<>();
    private int elements;

    private CapTree() {}

    /**
     * The root element.
     *
     * @throws XMLStreamException unless it is XML within the limits
     */
    static CapNode read(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text));
        return new CapTree().take(in);
    }

    private CapNode take(XMLStreamReader in) throws XMLStreamException {
        CapNode root = new CapNode("");
        open.push(root);
        int foreign = 0;
        while (in.hasNext()) {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("no document type", in.getLocation());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (foreign > 0 || !CapWriter.NAMESPACE.equals(in.getNamespaceURI())) {
                        foreign++;
                    } else {
                        start(in);
                    }
                    if (++elements > ELEMENTS_MAX || open.size() + foreign > 4 * DEPTH_MAX) {
                        throw new XMLStreamException("too many elements", in.getLocation());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (foreign > 0) {
                        foreign--;
                    } else {
                        open.pop();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (foreign == 0) {
                        here().text.append(in.getText());
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    private void start(XMLStreamReader in) throws XMLStreamException {
        if (open.size() > DEPTH_MAX) {
            throw new XMLStreamException("too deep", in.getLocation());
        }
        CapNode node = new CapNode(in.getLocalName());
        here().inner.add(node);
        open.push(node);
    }

    private CapNode here() {
        return Objects.requireNonNull(open.peek());
    }
}
