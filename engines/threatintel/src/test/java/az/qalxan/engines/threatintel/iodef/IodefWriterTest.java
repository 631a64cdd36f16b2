package az.qalxan.engines.threatintel.iodef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.threatintel.iodef.IodefIncident.Contact;
import az.qalxan.engines.threatintel.iodef.IodefIncident.Kind;
import az.qalxan.engines.threatintel.iodef.IodefIncident.Part;
import az.qalxan.engines.threatintel.iodef.IodefIncident.Severity;
import az.qalxan.engines.threatintel.iodef.IodefIncident.Taking;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class IodefWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private static IodefIncident incident(Tlp tlp, String words) {
        return new IodefIncident(
                "INS-2026-1",
                "cert.example.az",
                tlp,
                NOW.minusSeconds(60),
                null,
                NOW,
                words,
                "az",
                Severity.HIGH,
                new Contact("CERT", "cert@example.az"),
                List.of(
                        new Taking(Part.SOURCE, Kind.IPV4_ADDR, "198.51.100.3"),
                        new Taking(Part.TARGET, Kind.DOMAIN, "nümunə.example")));
    }

    private static Element read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    @Test
    void elementsStandInTheOrderOfTheSchema() throws Exception {
        Element root = read(IodefWriter.write(List.of(incident(Tlp.GREEN, "Saxta səhifə"))));
        assertThat(root.getNamespaceURI()).isEqualTo(IodefWriter.NAMESPACE);
        assertThat(root.getAttribute("version")).isEqualTo("2.00");
        Element incident = (Element) root.getFirstChild();
        assertThat(incident.getAttribute("restriction")).isEqualTo("green");
        List<String> names = new ArrayList<>();
        for (Node n = incident.getFirstChild(); n != null; n = n.getNextSibling()) {
            names.add(n.getLocalName());
        }
        assertThat(names)
                .containsExactly(
                        "IncidentID",
                        "DetectTime",
                        "GenerationTime",
                        "Description",
                        "Assessment",
                        "Contact",
                        "EventData");
        assertThat(incident.getElementsByTagName("Address").item(0).getTextContent())
                .isEqualTo("198.51.100.3");
    }

    @Test
    void wordsStayWithinTheirElement() throws Exception {
        String words = "</Description><Incident/> & \u0000\uFFFE ]]>";
        Element root = read(IodefWriter.write(List.of(incident(Tlp.CLEAR, words))));
        assertThat(root.getElementsByTagName("Description").item(0).getTextContent())
                .isEqualTo("</Description><Incident/> &  ]]>");
        assertThat(root.getElementsByTagName("Incident").getLength()).isEqualTo(1);
    }

    @Test
    void strictMarkingIsToldAsTheNarrowerWord() {
        assertThat(IodefWriter.write(List.of(incident(Tlp.AMBER_STRICT, "x"))))
                .contains("restriction=\"red\"");
        assertThatThrownBy(() -> IodefWriter.write(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
