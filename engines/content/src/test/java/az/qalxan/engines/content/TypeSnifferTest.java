package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSnifferTest {

    @ParameterizedTest
    @CsvSource({
        "456c6646696c6500, evtx, EVENT_LOG",
        "41534c20444200000000000000000002, asl, EVENT_LOG",
        "455646090d0aff00010100000000, e01, DISK",
        "72656766a1000000, registry, REGISTRY",
        "1100000053434341, prefetch, TRACE",
        "4d414d0410270000, prefetch, TRACE",
        "4c0000000114020000000000c000000000000046, shortcut, TRACE",
        "436c69656e742055726c4361636865204d4d462056657220352e3200, index-dat, BROWSER",
        "53514c69746520666f726d6174203300, sqlite, DATABASE",
        "d4c3b2a102000400, pcap, NETWORK"
    })
    void bytesThatTikaDoesNotKnowAreKnown(String hex, String kind, ContentFamily family) {
        ContentType type = TypeSniffer.sniff(HexFormat.of().parseHex(hex), "x.bin");
        assertThat(type.kind()).isEqualTo(kind);
        assertThat(type.family()).isEqualTo(family);
    }

    @Test
    void bytesDecideNotTheName() throws Exception {
        byte[] png = Samples.png(4, 4);
        assertThat(TypeSniffer.sniff(png, "holiday.txt").media()).isEqualTo("image/png");
        assertThat(TypeSniffer.sniff(Samples.mail(), "x").media()).isEqualTo("message/rfc822");
        assertThat(TypeSniffer.sniff(Samples.text("From a Tue\nFrom: b@c.example\n"), "x").media())
                .isEqualTo("application/mbox");
        assertThat(TypeSniffer.sniff(new byte[0], "x.pdf").media())
                .isEqualTo("application/x-empty");
    }

    @Test
    void anArchiveSaysByItsMembersWhatItIs() throws Exception {
        byte[] aff4 =
                Samples.zip(
                        new java.util.TreeMap<>(
                                Map.of(
                                        "container.description",
                                        Samples.text("aff4://1"),
                                        "information.turtle",
                                        Samples.text("@prefix aff4: <http://aff4.org/> ."))));
        assertThat(Collected.read(aff4, "disk.zip").root().type().kind()).isEqualTo("aff4");
        byte[] word =
                Samples.zip(
                        new java.util.TreeMap<>(
                                Map.of(
                                        "[Content_Types].xml",
                                        Samples.text("<Types/>"),
                                        "word/document.xml",
                                        Samples.text(
                                                "<w:document xmlns:w='w'><w:p><w:t>Salam,</w:t>"
                                                        + "</w:p><w:p><w:t>dünya</w:t></w:p>"
                                                        + "</w:document>"))));
        Part document = Collected.read(word, "x.zip").root();
        assertThat(document.type().family()).isEqualTo(ContentFamily.DOCUMENT);
        assertThat(document.text()).isEqualTo("Salam,\ndünya\n");
    }
}
