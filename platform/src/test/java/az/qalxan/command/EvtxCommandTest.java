package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan evtx} as people and programs use it. */
class EvtxCommandTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path log = Path.of("");

    @BeforeEach
    void aLogOfThreeRecords() throws IOException {
        log = folder.resolve("three.evtx");
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("three.evtx.gz"))) {
            Files.copy(new GZIPInputStream(in), log);
        }
    }

    private Ran evtx(Object... words) {
        return Ran.of(new EvtxCommand(out), words);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachRecordIsALineOfJson() {
        assertThat(evtx(log, "--json")).isEqualTo(new Ran(0, "", ""));
        assertThat(lines()).hasSize(3);
        assertThat(JsonMapper.shared().readTree(lines().get(1)).at("/Event/EventData/data0"))
                .hasToString("\"cmd.exe\"");
        out.reset();
        evtx(log, "--json", "--exact");
        assertThat(JsonMapper.shared().readTree(lines().get(1)).at("/Event/EventData/data0"))
                .hasToString("\"cmd.exe \"");
    }

    @Test
    void eachRecordIsAnElementOfXml() {
        assertThat(evtx(log, "--xml").code()).isZero();
        assertThat(lines().stream().filter("</Event>"::equals)).hasSize(3);
        assertThat(lines()).contains("    <Data Name=\"data0\">cmd.exe </Data>");
    }

    @Test
    void withoutAFormTheLogIsToldInShort() {
        assertThat(evtx(log).code()).isZero();
        assertThat(lines())
                .contains(
                        log + ": 3 records in 1 chunks, 69,632 bytes, version 3.1",
                        "  numbers    1 to 3",
                        "  channels   Security (3)",
                        "  damages    none");
    }

    @Test
    void manyFilesComeInTheirOrder() throws IOException {
        for (int i = 0; i < 40; i++) {
            Files.copy(log, folder.resolve("copy%02d.evtx".formatted(i)));
        }
        assertThat(evtx(folder).code()).isZero();
        List<String> files =
                lines().stream().filter(line -> line.startsWith(folder.toString())).toList();
        assertThat(files).hasSize(41).isSorted();
        out.reset();
        evtx(folder, "--json");
        assertThat(lines()).hasSize(123);
    }

    @Test
    void damageIsToldWithItsPlaceAndTheRestIsPrinted() throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        bytes[4096] = 0;
        Files.write(log, bytes);
        Ran ran = evtx(log, "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.error())
                .isEqualTo(
                        "evtx: %s: at 4,096, 65,536 bytes, chunk header: no chunk begins here%n"
                                .formatted(log));
        assertThat(lines()).hasSize(3).allMatch(line -> line.contains("\"CARVED\""));
    }

    @Test
    void whatIsNoLogAndWhatIsNotThereIsSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("note.txt"), "no log");
        Ran ran = evtx(text, "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.error()).contains("the file does not begin as EVTX does");
        assertThat(evtx(folder.resolve("nowhere.evtx")).code()).isEqualTo(2);
        assertThat(evtx().code()).isEqualTo(2);
        assertThat(evtx(log, "--json", "--xml").code()).isEqualTo(2);
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        byte[] channel = "Security".getBytes(StandardCharsets.UTF_16LE);
        for (int at = 0; at < bytes.length - channel.length; at++) {
            if (Arrays.equals(bytes, at, at + channel.length, channel, 0, channel.length)) {
                bytes[at] = 0x1b;
            }
        }
        Files.write(log, bytes);
        evtx(log);
        assertThat(lines()).contains("  channels   ecurity (3)");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
    }
}
