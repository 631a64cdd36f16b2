package az.qalxan.engines.threatintel.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Warnings are written, read back, and refused with a line where a rule is broken. */
class CapTest {

    private static final CapAlert ALERT =
            new CapAlert(
                    "QX-2026-17",
                    "cert@example.az",
                    OffsetDateTime.parse("2026-11-28T08:05:06+04:00"),
                    CapAlert.Status.ACTUAL,
                    CapAlert.MessageType.UPDATE,
                    CapAlert.Scope.RESTRICTED,
                    List.of(
                            new CapValue("source", "CERT"),
                            new CapValue("restriction", "operators of energy"),
                            new CapValue("code", "one"),
                            new CapValue("code", "two"),
                            new CapValue(
                                    "references",
                                    "cert@example.az,QX-2026-16,2026-11-27T08:05:06+04:00")),
                    List.of(
                            new CapMessage(
                                    "az",
                                    List.of(
                                            CapMessage.Category.SECURITY,
                                            CapMessage.Category.CBRNE),
                                    "Fişinq dalğası <bank> & poçt",
                                    CapMessage.Urgency.IMMEDIATE,
                                    CapMessage.Severity.SEVERE,
                                    CapMessage.Certainty.OBSERVED,
                                    List.of(
                                            new CapValue("responseType", "Execute"),
                                            new CapValue("audience", "banklar"),
                                            new CapValue("expires", "2026-11-29T00:00:00-00:00"),
                                            new CapValue("headline", "Linkə keçməyin")),
                                    List.of(new CapValue("RSIT", "phishing")),
                                    List.of(new CapValue("TLP", "TLP:AMBER")),
                                    List.of(
                                            new CapResource(
                                                    "siyahı",
                                                    "text/csv",
                                                    List.of(new CapValue("size", "17")))),
                                    List.of(
                                            new CapArea(
                                                    "Bakı",
                                                    List.of(
                                                            new CapValue(
                                                                    "polygon",
                                                                    "40.3,49.8 40.4,49.8 40.4,49.9"
                                                                            + " 40.3,49.8"),
                                                            new CapValue(
                                                                    "circle", "40.4,49.9 12.5")),
                                                    List.of(
                                                            new CapValue(
                                                                    "ISO3166-2", "AZ-BA")))))));

    private static String written(CapAlert alert) {
        return switch (CapWriter.write(alert)) {
            case CapWriter.Writing.Written(byte[] xml) -> new String(xml, StandardCharsets.UTF_8);
            case CapWriter.Writing.Refused(List<CapFault> faults) ->
                    throw new AssertionError(faults.toString());
        };
    }

    private static CapReading read(String xml) {
        return CapReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CapFault> faults(String xml) {
        return switch (read(xml)) {
            case CapReading.Refused(List<CapFault> faults) -> faults;
            case CapReading.Read ignored -> List.of();
        };
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        assertThat(read(written(ALERT))).isEqualTo(new CapReading.Read(ALERT));
    }

    @Test
    void momentsOfGreenwichAreWrittenAsTheStandardWants() {
        assertThat(CapWriter.moment(OffsetDateTime.parse("2026-11-28T08:05:06Z")))
                .isEqualTo("2026-11-28T08:05:06-00:00");
    }

    @Test
    void everyRuleThatIsBrokenIsNamedWithItsLine() {
        String xml = written(ALERT);
        assertFault(xml.replace("QX-2026-17", "QX 2026"), "identifier");
        assertFault(xml.replace("T08:05:06+04:00</sent>", "T08:05:06Z</sent>"), "sent");
        assertFault(xml.replace("2026-11-28T08", "2026-02-31T08"), "sent");
        assertFault(xml.replace("Actual", "Real"), "status");
        assertFault(xml.replace("Update", "Upgrade"), "msgType");
        assertFault(
                xml.replace("<restriction>operators of energy</restriction>", ""), "restriction");
        assertFault(xml.replaceAll("<references>.*</references>", ""), "references");
        assertFault(xml.replace("QX-2026-16,", ""), "references");
        assertFault(xml.replace("Restricted", "Private"), "addresses");
        assertFault(xml.replaceAll("<urgency>.*</urgency>", ""), "urgency");
        assertFault(xml.replace("<category>Security", "<category>Cyber"), "category");
        assertFault(xml.replace(" 40.3,49.8</polygon>", " 40.3,49.9</polygon>"), "polygon");
        assertFault(xml.replace("12.5</circle>", "far</circle>"), "circle");
        assertFault(xml.replace("<size>17", "<size>much"), "size");
        assertFault(xml.replace("<event>", "<happening/><event>"), "happening");
        assertFault(xml.replace("</alert>", "<note>late</note></alert>"), "note");
        assertFault(xml.replace("<scope>", "<sender>b</sender><scope>"), "sender");
        assertFault(xml.replace("cap:1.2", "cap:1.1"), "alert");
    }

    private static void assertFault(String xml, String element) {
        assertThat(faults(xml)).extracting(CapFault::element).as(xml).contains(element);
        assertThat(faults(xml)).extracting(CapFault::line).allMatch(line -> line > 0);
    }

    @Test
    void entitiesAndDoctypesAreRefused() {
        String bomb =
                "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                        + "<alert xmlns='"
                        + CapReader.NAMESPACE
                        + "'>&c;</alert>";
        assertThat(faults(bomb)).isNotEmpty();
        assertThat(faults("<a>".repeat(100_000))).isNotEmpty();
        assertThat(faults("")).isNotEmpty();
        assertThat(faults(" ".repeat(CapReader.BYTES_MAX + 1))).isNotEmpty();
    }

    @Test
    void longTextsOfFewSignsDoNotExhaustTheStack() {
        String xml = written(ALERT);
        assertThat(faults(xml.replace(">az<", ">" + "a-".repeat(200_000) + "a<"))).isNotEmpty();
        String points = "40.3,49.8 ".repeat(100_000) + "40.3,49.8";
        assertThat(faults(xml.replaceFirst("40.3,49.8 40.4,49.8 40.4,49.9 40.3,49.8", points)))
                .isEmpty();
    }

    @Test
    void aDetailThatTheStandardHasNotIsADefect() {
        assertThatThrownBy(() -> new CapResource("a", "b", List.of(new CapValue("x", "y"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mutatedWarningsAreReadOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] xml = written(ALERT).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] mutated = xml.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            refused += CapReader.read(mutated) instanceof CapReading.Refused ? 1 : 0;
        }
        assertThat(refused).as("seed %s", seed).isPositive();
    }
}
