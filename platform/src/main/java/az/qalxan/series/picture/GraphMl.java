package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A series' graph in GraphML 1.0 (graphml.graphdrawing.org), with typed attributes. Only money has
 * a direction.
 */
final class GraphMl {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SCHEMA =
            NAMESPACE + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

    /**
     * An attribute.
     *
     * @param of what has it: graph, node or edge
     */
    private record Key(String id, String of, String name, String type) {}

    private static final List<Key> KEYS =
            List.of(
                    new Key("g-series", "graph", "series", "string"),
                    new Key("g-marking", "graph", "marking", "string"),
                    new Key("g-whole", "graph", "whole", "boolean"),
                    new Key("n-identity", "node", "identity", "string"),
                    new Key("n-kind", "node", "kind", "string"),
                    new Key("n-label", "node", "label", "string"),
                    new Key("n-at", "node", "at", "string"),
                    new Key("n-reports", "node", "reports", "int"),
                    new Key("n-weight", "node", "weight", "int"),
                    new Key("n-marks", "node", "marks", "string"),
                    new Key("n-category", "node", "category", "string"),
                    new Key("n-region", "node", "region", "string"),
                    new Key("n-body", "node", "body", "string"),
                    new Key("n-marking", "node", "marking", "string"),
                    new Key("n-loss", "node", "loss", "double"),
                    new Key("n-currency", "node", "currency", "string"),
                    new Key("e-kind", "edge", "kind", "string"),
                    new Key("e-weight", "edge", "weight", "int"),
                    new Key("e-at", "edge", "at", "string"),
                    new Key("e-reason", "edge", "reason", "string"),
                    new Key("e-marks", "edge", "marks", "string"));

    private final Drawing drawing;
    private final XMLStreamWriter xml;
    private final Map<String, String> names = new HashMap<>();

    private GraphMl(Drawing drawing, XMLStreamWriter xml) {
        this.drawing = drawing;
        this.xml = xml;
    }

    static String of(Drawing drawing) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new GraphMl(drawing, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return out.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", INSTANCE);
        xml.writeAttribute("xsi", INSTANCE, "schemaLocation", SCHEMA);
        xml.writeStartElement("desc");
        text(drawing.handling().label() + " " + drawing.number());
        xml.writeEndElement();
        for (Key key : KEYS) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", key.id());
            xml.writeAttribute("for", key.of());
            xml.writeAttribute("attr.name", key.name());
            xml.writeAttribute("attr.type", key.type());
        }
        graph();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void graph() throws XMLStreamException {
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "series");
        xml.writeAttribute("edgedefault", "undirected");
        data("g-series", drawing.number());
        data("g-marking", drawing.handling().label());
        data("g-whole", drawing.series().whole() && drawing.kept() == 0);
        Map<String, Integer> reports = GraphFiles.reports(drawing.graph());
        for (Node node : drawing.graph().nodes()) {
            names.put(node.id(), "n" + names.size());
            node(node, reports.getOrDefault(node.id(), 0));
        }
        int number = 0;
        for (Edge edge : drawing.graph().edges()) {
            edge(edge, "e" + number);
            number++;
        }
        xml.writeEndElement();
    }

    private void node(Node node, int reports) throws XMLStreamException {
        xml.writeStartElement("node");
        xml.writeAttribute("id", names.getOrDefault(node.id(), ""));
        data("n-identity", node.id());
        data("n-kind", node.kind().code());
        data("n-label", node.label());
        data("n-at", node.at());
        data("n-weight", node.weight());
        data("n-marks", GraphFiles.codes(node.marks()));
        @Nullable Facts facts = node.report();
        if (facts == null) {
            data("n-reports", reports);
        } else {
            data("n-category", facts.category());
            data("n-region", facts.region());
            data("n-body", facts.body());
            data("n-marking", PictureStamp.marking(facts.handling()));
            data("n-loss", facts.loss() == null ? null : facts.loss().toPlainString());
            data("n-currency", facts.currency());
        }
        xml.writeEndElement();
    }

    private void edge(Edge edge, String id) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("id", id);
        xml.writeAttribute("source", names.getOrDefault(edge.from(), ""));
        xml.writeAttribute("target", names.getOrDefault(edge.to(), ""));
        if (edge.kind() == EdgeKind.MONEY) {
            xml.writeAttribute("directed", "true");
        }
        data("e-kind", edge.kind().code());
        data("e-weight", edge.weight());
        data("e-at", edge.at());
        data("e-reason", edge.reason());
        data("e-marks", GraphFiles.codes(edge.marks()));
        xml.writeEndElement();
    }

    /** What is empty is left out. */
    private void data(String key, @Nullable Object value) throws XMLStreamException {
        if (value != null && !value.toString().isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            text(value.toString());
            xml.writeEndElement();
        }
    }

    /** Signs that XML 1.0 §2.2 does not allow become the sign for what cannot be shown. */
    private void text(String value) throws XMLStreamException {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(sign -> clean.appendCodePoint(isAllowed(sign) ? sign : 0xFFFD));
        xml.writeCharacters(clean.toString());
    }

    private static boolean isAllowed(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign >= 0x20 && sign <= 0xD7FF
                || sign >= 0xE000 && sign <= 0xFFFD
                || sign >= 0x10000;
    }
}
