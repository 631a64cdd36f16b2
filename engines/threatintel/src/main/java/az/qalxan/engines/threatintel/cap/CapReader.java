package az.qalxan.engines.threatintel.cap;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a warning strictly, without any entity from outside, and says all that is wrong with it.
 */
public final class CapReader {

    public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    static final int BYTES_MAX = 5_000_000;
    private static final int DEPTH_MAX = 8;
    private static final int ELEMENTS_MAX = 50_000;
    private static final int FAULTS_MAX = 100;
    private static final CapRule ALERT = CapRule.alert();

    private final List<CapFault> faults = new ArrayList<>();

    private CapReader() {}

    /** Reads a warning. */
    public static CapReading read(byte[] xml) {
        CapReader reader = new CapReader();
        CapElement alert = reader.tree(xml);
        if (alert != null) {
            reader.check(ALERT, alert);
            reader.checkScope(alert);
        }
        if (alert == null || !reader.faults.isEmpty()) {
            return new CapReading.Refused(reader.faults);
        }
        return new CapReading.Read(CapAlerts.of(alert));
    }

    private void fault(int line, String element, String words) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new CapFault(line, element, words));
        }
    }

    private @Nullable CapElement tree(byte[] xml) {
        if (xml.length > BYTES_MAX) {
            fault(0, "alert", "has more than " + BYTES_MAX + " bytes");
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return tree(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            fault(line, "", "is not well-formed XML");
            return null;
        }
    }

    private @Nullable CapElement tree(XMLStreamReader xml) throws XMLStreamException {
        Deque<CapElement> open = new ArrayDeque<>();
        CapElement root = null;
        int count = 0;
        while (xml.hasNext()) {
            int line = xml.getLocation().getLineNumber();
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    fault(line, "", "declares or uses an entity, which is not allowed");
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > ELEMENTS_MAX || open.size() >= DEPTH_MAX) {
                        fault(line, xml.getLocalName(), "is one of too many elements");
                        return null;
                    }
                    CapElement element = element(xml);
                    if (root == null) {
                        root = element;
                    } else if (element != null && !open.isEmpty()) {
                        open.peek().add(element);
                    }
                    open.push(element == null ? new CapElement("", line) : element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    /** The element; null for one of another namespace, such as a signature. */
    private @Nullable CapElement element(XMLStreamReader xml) {
        int line = xml.getLocation().getLineNumber();
        if (NAMESPACE.equals(xml.getNamespaceURI())) {
            return new CapElement(xml.getLocalName(), line);
        }
        if (!"http://www.w3.org/2000/09/xmldsig#".equals(xml.getNamespaceURI())) {
            fault(line, xml.getLocalName(), "is not of the namespace " + NAMESPACE);
        }
        return null;
    }

    private void check(CapRule rule, CapElement element) {
        if (!element.name().equals(rule.name())) {
            fault(element.line(), element.name(), "stands where " + rule.name() + " belongs");
            return;
        }
        if (!rule.form().fits(element.text())) {
            fault(element.line(), element.name(), "has to be " + rule.words());
        } else if (rule.words().startsWith("a moment")) {
            checkMoment(element);
        }
        checkChildren(rule, element);
    }

    private void checkMoment(CapElement element) {
        try {
            OffsetDateTime.parse(element.text());
        } catch (DateTimeException e) {
            fault(element.line(), element.name(), "is no moment that there is");
        }
    }

    private void checkChildren(CapRule rule, CapElement element) {
        Map<String, Integer> counts = new HashMap<>();
        int place = 0;
        for (CapElement child : element.children()) {
            int index = place(rule, child.name());
            if (index < 0) {
                fault(child.line(), child.name(), "does not belong into " + rule.name());
                continue;
            }
            if (index < place) {
                fault(child.line(), child.name(), "stands too late in " + rule.name());
            }
            place = Math.max(place, index);
            CapRule childRule = rule.children().get(index);
            if (counts.merge(child.name(), 1, Integer::sum) > childRule.most()) {
                fault(child.line(), child.name(), "stands more than once");
            }
            check(childRule, child);
        }
        for (CapRule child : rule.children()) {
            if (child.least() > 0 && !counts.containsKey(child.name())) {
                fault(element.line(), child.name(), "is missing in " + rule.name());
            }
        }
    }

    private static int place(CapRule rule, String name) {
        for (int i = 0; i < rule.children().size(); i++) {
            if (rule.children().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** What goes with a scope, and with an update (§3.2.1). */
    private void checkScope(CapElement alert) {
        String scope = alert.first("scope");
        if ("Restricted".equals(scope) && alert.first("restriction").isEmpty()) {
            fault(alert.line(), "restriction", "is missing, as the scope is Restricted");
        }
        if ("Private".equals(scope) && alert.first("addresses").isEmpty()) {
            fault(alert.line(), "addresses", "is missing, as the scope is Private");
        }
        boolean refers = !"Alert".equals(alert.first("msgType"));
        if (refers && alert.first("references").isEmpty()) {
            fault(alert.line(), "references", "is missing, as another message is meant");
        }
        for (CapElement polygon :
                alert.all("info").stream()
                        .flatMap(info -> info.all("area").stream())
                        .flatMap(area -> area.all("polygon").stream())
                        .toList()) {
            String[] points = polygon.text().split("\\s+", -1);
            if (points.length < 4 || !points[0].equals(points[points.length - 1])) {
                fault(polygon.line(), "polygon", "has four points or more and ends at its first");
            }
        }
    }
}
