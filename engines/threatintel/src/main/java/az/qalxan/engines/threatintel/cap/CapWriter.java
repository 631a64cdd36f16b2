package az.qalxan.engines.threatintel.cap;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message as XML. */
public final class CapWriter {

    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    private final XMLStreamWriter out;

    private CapWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * The message as XML.
     *
     * @throws IllegalArgumentException when {@link CapCheck} finds something wrong with it
     */
    public static String write(CapAlert alert) {
        List<CapFault> wrong = CapCheck.faults(alert);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("no right message: " + wrong);
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new CapWriter(out).alert(alert);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a message could not be written to memory", e);
        }
        return text.toString();
    }

    private void alert(CapAlert alert) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("alert");
        out.writeDefaultNamespace(NAMESPACE);
        must("identifier", alert.identifier());
        must("sender", alert.sender());
        must("sent", CapTime.write(alert.sent()));
        must("status", alert.status().word());
        must("msgType", alert.message().word());
        must("scope", alert.scope().word());
        may("restriction", alert.restriction());
        may(
                "addresses",
                alert.addresses().stream().map(CapWriter::quoted).collect(Collectors.joining(" ")));
        for (String code : alert.codes()) {
            must("code", code);
        }
        may("note", alert.note());
        may(
                "references",
                alert.references().stream()
                        .map(one ->
                                one.sender()
                                        + ","
                                        + one.identifier()
                                        + ","
                                        + CapTime.write(one.sent()))
                        .collect(Collectors.joining(" ")));
        for (CapSegment info : alert.infos()) {
            info(info);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private static String quoted(String address) {
        return address.matches(".*\\s.*") ? '"' + address.replace("\"", "") + '"' : address;
    }

    private void info(CapSegment info) throws XMLStreamException {
        out.writeStartElement("info");
        may("language", info.language());
        for (CapCategory one : info.categories()) {
            must("category", one.word());
        }
        must("event", info.event());
        for (CapResponse one : info.responses()) {
            must("responseType", one.word());
        }
        must("urgency", info.urgency().word());
        must("severity", info.severity().word());
        must("certainty", info.certainty().word());
        if (info.expires() != null) {
            must("expires", CapTime.write(info.expires()));
        }
        may("senderName", info.senderName());
        may("headline", info.headline());
        may("description", info.description());
        may("instruction", info.instruction());
        may("web", info.web());
        for (CapValue one : info.parameters()) {
            value("parameter", one);
        }
        for (CapArea area : info.areas()) {
            area(area);
        }
        out.writeEndElement();
    }

    private void area(CapArea area) throws XMLStreamException {
        out.writeStartElement("area");
        must("areaDesc", area.description());
        for (String polygon : area.polygons()) {
            must("polygon", polygon);
        }
        for (CapValue code : area.geocodes()) {
            value("geocode", code);
        }
        out.writeEndElement();
    }

    private void value(String element, CapValue value) throws XMLStreamException {
        out.writeStartElement(element);
        must("valueName", value.name());
        must("value", value.value());
        out.writeEndElement();
    }

    private void may(String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            must(element, text);
        }
    }

    private void must(String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(lawful(text));
        out.writeEndElement();
    }

    /** What XML 1.0 has no way to write becomes the sign for "unknown character". */
    private static String lawful(String text) {
        StringBuilder lawful = new StringBuilder(text.length());
        text.codePoints()
                .forEach(sign ->
                        lawful.appendCodePoint(
                                sign == '\t'
                                                || sign == '\n'
                                                || sign == '\r'
                                                || (sign >= ' ' && sign <= 0xD7FF)
                                                || (sign >= 0xE000 && sign <= 0xFFFD)
                                                || sign >= 0x10000
                                        ? sign
                                        : 0xFFFD));
        return lawful.toString();
    }
}
