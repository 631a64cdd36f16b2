package az.qalxan.engines.threatintel.iodef;

import az.qalxan.engines.threatintel.stix.Tlp;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes incidents as one IODEF 2 document (RFC 7970). */
public final class IodefWriter {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:iodef-2.0";

    private final XMLStreamWriter out;

    private IodefWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * The document as XML.
     *
     * @throws IllegalArgumentException when there is no incident: a document has one at least (3.1)
     */
    public static String write(List<IodefIncident> incidents) {
        if (incidents.isEmpty()) {
            throw new IllegalArgumentException("a document without incidents (RFC 7970, 3.1)");
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new IodefWriter(out).document(incidents);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document could not be written to memory", e);
        }
        return text.toString();
    }

    private void document(List<IodefIncident> incidents) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("IODEF-Document");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("version", "2.00");
        out.writeAttribute("xml:lang", incidents.getFirst().language());
        for (IodefIncident one : incidents) {
            incident(one);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void incident(IodefIncident one) throws XMLStreamException {
        out.writeStartElement("Incident");
        out.writeAttribute("purpose", "reporting");
        out.writeAttribute("restriction", restriction(one.tlp()));
        out.writeAttribute("xml:lang", one.language());
        out.writeStartElement("IncidentID");
        out.writeAttribute("name", one.namer());
        text(one.id());
        out.writeEndElement();
        time("DetectTime", one.detected());
        time("StartTime", one.started());
        time("GenerationTime", one.generated());
        element("Description", one.description());
        severity(one.severity());
        contact(one.contact());
        if (!one.systems().isEmpty()) {
            systems(one.systems());
        }
        out.writeEndElement();
    }

    /**
     * The words of TLP 1 (3.3.1); AMBER+STRICT has none, so that it is told as what is narrower.
     */
    private static String restriction(Tlp tlp) {
        return switch (tlp) {
            case CLEAR -> "white";
            case GREEN -> "green";
            case AMBER -> "amber";
            case AMBER_STRICT, RED -> "red";
        };
    }

    private void severity(IodefIncident.@Nullable Severity severity) throws XMLStreamException {
        if (severity != null) {
            out.writeStartElement("Assessment");
            out.writeEmptyElement("SystemImpact");
            out.writeAttribute("severity", severity.name().toLowerCase(Locale.ROOT));
            out.writeAttribute("type", "unknown");
            out.writeEndElement();
        }
    }

    private void contact(IodefIncident.Contact contact) throws XMLStreamException {
        out.writeStartElement("Contact");
        out.writeAttribute("role", "creator");
        out.writeAttribute("type", "organization");
        element("ContactName", contact.name());
        if (!contact.mail().isEmpty()) {
            out.writeStartElement("Email");
            element("EmailTo", contact.mail());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void systems(List<IodefIncident.Taking> systems) throws XMLStreamException {
        out.writeStartElement("EventData");
        out.writeStartElement("Flow");
        for (IodefIncident.Taking one : systems) {
            out.writeStartElement("System");
            out.writeAttribute("category", one.part().name().toLowerCase(Locale.ROOT));
            out.writeStartElement("Node");
            node(one);
            out.writeEndElement();
            out.writeEndElement();
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void node(IodefIncident.Taking one) throws XMLStreamException {
        if (one.kind() == IodefIncident.Kind.DOMAIN) {
            out.writeStartElement("DomainData");
            out.writeAttribute("system-status", "unknown");
            out.writeAttribute("domain-status", "unknown");
            element("Name", one.value());
            out.writeEndElement();
            return;
        }
        out.writeStartElement("Address");
        out.writeAttribute(
                "category", one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text(one.value());
        out.writeEndElement();
    }

    private void time(String name, @Nullable Instant at) throws XMLStreamException {
        if (at != null) {
            element(name, at.toString());
        }
    }

    private void element(String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        text(value);
        out.writeEndElement();
    }

    /** Without the characters that XML 1.0, 2.2, has no place for. */
    private void text(String value) throws XMLStreamException {
        StringBuilder kept = new StringBuilder(value.length());
        value.codePoints()
                .filter(c ->
                        c >= 0x20 && c <= 0xD7FF
                                || c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || c >= 0xE000 && c <= 0xFFFD
                                || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        out.writeCharacters(kept.toString());
    }
}
