package az.qalxan.engines.threatintel.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapTest {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-11-28T09:00:00+04:00");

    private static CapAlert alert(CapScope scope, String restriction, String description) {
        CapSegment info =
                new CapSegment(
                        "az",
                        List.of(CapCategory.INFRA),
                        "Kiber hücum",
                        List.of(CapResponse.ALL_CLEAR),
                        CapUrgency.IMMEDIATE,
                        CapSeverity.SEVERE,
                        CapCertainty.OBSERVED,
                        OffsetDateTime.parse("2026-11-29T05:00:00Z"),
                        "CERT",
                        "Başlıq",
                        description,
                        "Yamağı quraşdırın.",
                        "https://cert.example/warnings/1",
                        List.of(new CapValue("TLP", "TLP:GREEN")),
                        List.of(
                                new CapArea(
                                        "Bakı",
                                        List.of("40.1,49.1 40.2,49.2 40.3,49.3 40.1,49.1"),
                                        List.of(new CapValue("AZ-REGION", "baku")))));
        return new CapAlert(
                "XBR-2026-1",
                "cert@cert.example",
                SENT,
                CapStatus.EXERCISE,
                CapMessage.UPDATE,
                scope,
                restriction,
                List.of("din", "a b"),
                List.of("TLP:GREEN"),
                "Təlim",
                List.of(new CapReference("cert@cert.example", "XBR-2026-0", SENT.minusHours(1))),
                List.of(info));
    }

    private static CapReading read(String xml) {
        return CapReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        CapAlert alert = alert(CapScope.PRIVATE, "", "a < b & c \"d\" ]]> é 𝄞\nikinci sətir");
        assertThat(read(CapWriter.write(alert))).isEqualTo(new CapReading.Read(alert));
    }

    @Test
    void momentsBearAnOffsetInDigits() {
        String xml = CapWriter.write(alert(CapScope.PUBLIC, "", "x"));
        assertThat(xml)
                .contains("<sent>2026-11-28T09:00:00+04:00</sent>")
                .contains("<expires>2026-11-29T05:00:00-00:00</expires>")
                .contains("cert@cert.example,XBR-2026-0,2026-11-28T08:00:00+04:00");
        assertThat(read(xml.replace("09:00:00+04:00", "05:00:00Z")))
                .isInstanceOf(CapReading.Refused.class);
    }

    @Test
    void signsThatXmlCannotWriteAreReplaced() {
        assertThat(CapWriter.write(alert(CapScope.PUBLIC, "", "a\u0000b\u000bc")))
                .contains("a\ufffdb\ufffdc");
    }

    @Test
    void restrictedMessageNamesItsRule() {
        assertThatThrownBy(() -> CapWriter.write(alert(CapScope.RESTRICTED, "", "x")))
                .hasMessageContaining("alert/restriction");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<status>Exercise</status> | <status>Drill</status> | alert/status",
                "<severity>Severe</severity> | '' | alert/info[1]/severity",
                "<identifier>XBR-2026-1 | <identifier>XBR 2026 | alert/identifier",
                "<event>Kiber hücum | <event> | alert/info[1]/event",
                "40.3,49.3 40.1,49.1 | 40.3,49.3 40.1,49.2 | alert/info[1]/area/polygon",
                "cert@cert.example,XBR-2026-0, | XBR-2026-0, | alert/references",
                "<scope>Public</scope> | <scope>Public</scope><scope>Public</scope> | alert/scope"
            })
    void wrongMessageIsRefusedWithItsPlace(String right, String wrong, String place) {
        String xml = CapWriter.write(alert(CapScope.PUBLIC, "", "x"));
        assertThat(xml).contains(right);
        assertThat(read(xml.replace(right, wrong == null ? "" : wrong)))
                .isInstanceOfSatisfying(
                        CapReading.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(CapFault::place)
                                        .contains(place));
    }

    @Test
    void foreignEntitiesAndBombsAreRefused() {
        String xml = CapWriter.write(alert(CapScope.PUBLIC, "", "x"));
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        assertThat(xml).startsWith(head);
        for (String type :
                List.of(
                        "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                        "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:1/x\">")) {
            assertThat(read(head + type + xml.substring(head.length())))
                    .isInstanceOf(CapReading.Refused.class);
        }
        assertThat(read("<a>".repeat(100_000))).isInstanceOf(CapReading.Refused.class);
        assertThat(CapReader.read(new byte[CapReader.BYTES_MAX + 1]))
                .isInstanceOf(CapReading.Refused.class);
    }

    @Test
    void damagedMessagesAreAnswered() {
        byte[] right =
                CapWriter.write(alert(CapScope.PUBLIC, "", "x")).getBytes(StandardCharsets.UTF_8);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = right.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(CapReader.read(damaged)).as("seed %d", seed).isNotNull();
        }
    }
}
