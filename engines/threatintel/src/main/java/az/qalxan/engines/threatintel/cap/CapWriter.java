package az.qalxan.engines.threatintel.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a warning; what it writes is read again before it leaves. */
public final class CapWriter {

    /** An offset of zero is written as {@code -00:00} (§3.3.2). */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final XMLStreamWriter xml;

    private CapWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The warning as XML, or why it would be none. */
    public static Writing write(CapAlert alert) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new CapWriter(xml).alert(alert);
            xml.close();
        } catch (XMLStreamException e) {
            return new Writing.Refused(
                    List.of(new CapFault(0, "alert", "has characters that XML has not")));
        }
        return switch (CapReader.read(bytes.toByteArray())) {
            case CapReading.Read ignored -> new Writing.Written(bytes.toByteArray());
            case CapReading.Refused(List<CapFault> faults) -> new Writing.Refused(faults);
        };
    }

    /** What came of writing. */
    public sealed interface Writing {

        record Written(byte[] xml) implements Writing {}

        record Refused(List<CapFault> faults) implements Writing {

            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /** A moment as the standard wants it. */
    public static String moment(OffsetDateTime moment) {
        String offset = moment.getOffset().getId();
        return MOMENT.format(moment) + ("Z".equals(offset) ? "-00:00" : offset);
    }

    private void alert(CapAlert alert) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("alert");
        xml.writeDefaultNamespace(CapReader.NAMESPACE);
        text("identifier", alert.identifier());
        text("sender", alert.sender());
        text("sent", moment(alert.sent()));
        text("status", word(alert.status().name()));
        text("msgType", word(alert.type().name()));
        some(alert.details(), List.of("source"));
        text("scope", word(alert.scope().name()));
        some(alert.details(), CapAlerts.ALERT_DETAILS.subList(1, 7));
        for (CapMessage info : alert.infos()) {
            info(info);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void info(CapMessage info) throws XMLStreamException {
        xml.writeStartElement("info");
        text("language", info.language());
        for (CapMessage.Category category : info.categories()) {
            boolean letters = category == CapMessage.Category.CBRNE;
            text("category", letters ? category.name() : word(category.name()));
        }
        text("event", info.event());
        some(info.details(), List.of("responseType"));
        text("urgency", word(info.urgency().name()));
        text("severity", word(info.severity().name()));
        text("certainty", word(info.certainty().name()));
        some(info.details(), List.of("audience"));
        pairs("eventCode", info.eventCodes());
        some(info.details(), CapAlerts.INFO_DETAILS.subList(2, 11));
        pairs("parameter", info.parameters());
        for (CapResource resource : info.resources()) {
            xml.writeStartElement("resource");
            text("resourceDesc", resource.description());
            text("mimeType", resource.mimeType());
            some(resource.details(), CapAlerts.RESOURCE_DETAILS);
            xml.writeEndElement();
        }
        for (CapArea area : info.areas()) {
            xml.writeStartElement("area");
            text("areaDesc", area.description());
            some(area.shapes(), List.of("polygon", "circle"));
            pairs("geocode", area.codes());
            some(area.shapes(), List.of("altitude", "ceiling"));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void some(List<CapValue> values, List<String> names) throws XMLStreamException {
        for (String name : names) {
            for (CapValue value : values) {
                if (value.name().equals(name)) {
                    text(name, value.value());
                }
            }
        }
    }

    private void pairs(String name, List<CapValue> values) throws XMLStreamException {
        for (CapValue value : values) {
            xml.writeStartElement(name);
            text("valueName", value.name());
            text("value", value.value());
            xml.writeEndElement();
        }
    }

    private static String word(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
