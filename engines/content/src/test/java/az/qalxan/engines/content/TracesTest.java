package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Traces that Windows leaves. */
class TracesTest {

    private static final String RUN = "2026-03-10T08:00:00Z";

    @Test
    void shortcutTellsItsTargetAndThreeTimes() throws Exception {
        ByteBuffer link = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        link.put(0, java.util.HexFormat.of().parseHex("4c0000000114020000000000c000000000000046"));
        link.putInt(20, 2);
        link.putLong(28, Samples.filetime(RUN));
        link.putLong(36, Samples.filetime(RUN) + 10);
        link.putLong(44, Samples.filetime(RUN) + 20);
        byte[] path = "C:\\Users\\a\\plan.docx\0".getBytes(StandardCharsets.US_ASCII);
        link.putInt(76, 28 + path.length + 1).putInt(80, 28).putInt(84, 1);
        link.putInt(92, 28).putInt(100, 28 + path.length);
        link.put(76 + 28, path);
        Collected read = Collected.read(link.array(), "plan.lnk");
        assertThat(read.root().field("shortcut.target")).isEqualTo("C:\\Users\\a\\plan.docx");
        assertThat(read.moments.stream().map(Moment::kind))
                .containsExactly(MomentKind.CREATED, MomentKind.ACCESSED, MomentKind.MODIFIED);
        assertThat(read.moments.getFirst().at()).isEqualTo(Instant.parse(RUN));
    }

    @Test
    void prefetchTellsRunsPlainAndPacked() throws Exception {
        byte[] plain = prefetch();
        for (byte[] file : new byte[][] {plain, packed(plain)}) {
            Collected read = Collected.read(file, "CMD.EXE-1.pf");
            assertThat(read.root().flaws()).isEmpty();
            assertThat(read.root().field("prefetch.program")).isEqualTo("CMD.EXE");
            assertThat(read.root().field("prefetch.runs")).isEqualTo("5");
            assertThat(read.moments).hasSize(2);
            assertThat(read.moments.getFirst().at()).isEqualTo(Instant.parse(RUN));
        }
    }

    private static byte[] prefetch() {
        ByteBuffer file = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 30).put(4, "SCCA".getBytes(StandardCharsets.US_ASCII));
        file.put(16, "CMD.EXE".getBytes(StandardCharsets.UTF_16LE));
        file.putInt(0x54, 0x130);
        file.putLong(0x80, Samples.filetime(RUN)).putLong(0x88, Samples.filetime(RUN) - 10_000_000);
        file.putInt(0xd0, 5);
        return file.array();
    }

    /** Packed with codes of nine bits for all symbols, and runs of zero as matches. */
    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0, 0x044d414d).putInt(4, plain.length);
        out.writeBytes(head.array());
        byte[] lengths = new byte[256];
        Arrays.fill(lengths, (byte) 0x99);
        out.writeBytes(lengths);
        StringBuilder bits = new StringBuilder();
        int at = 0;
        while (at < plain.length) {
            int run = 0;
            while (at > 0
                    && at + run < plain.length
                    && run < 17
                    && plain[at + run] == plain[at - 1]) {
                run++;
            }
            int symbol = run >= 3 ? 256 + run - 3 : plain[at] & 0xff;
            bits.append("%9s".formatted(Integer.toBinaryString(symbol)).replace(' ', '0'));
            at += run >= 3 ? run : 1;
        }
        bits.append("0".repeat(64 - bits.length() % 16));
        for (int i = 0; i + 16 <= bits.length(); i += 16) {
            int word = Integer.parseInt(bits.substring(i, i + 16), 2);
            out.write(word);
            out.write(word >> 8);
        }
        return out.toByteArray();
    }

    @Test
    void pagesOfExplorerAreVisits() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, "Client UrlCache MMF Ver 5.2\0".getBytes(StandardCharsets.US_ASCII));
        file.put(128, "URL ".getBytes(StandardCharsets.US_ASCII)).putInt(132, 2);
        file.putLong(144, Samples.filetime(RUN));
        file.putInt(128 + 52, 104);
        file.put(
                232,
                "Visited: a@http://bank-tesdiq.example/\0".getBytes(StandardCharsets.US_ASCII));
        Collected read = Collected.read(file.array(), "index.dat");
        assertThat(read.moments.getFirst().message())
                .isEqualTo("Visited: a@http://bank-tesdiq.example/");
    }

    @Test
    void hiveTellsItsNameAndTime() throws Exception {
        ByteBuffer hive = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        hive.put(0, "regf".getBytes(StandardCharsets.US_ASCII));
        hive.putLong(12, Samples.filetime(RUN)).putInt(20, 1).putInt(24, 5);
        hive.put(48, "\\NTUSER.DAT".getBytes(StandardCharsets.UTF_16LE));
        Collected read = Collected.read(hive.array(), "x");
        assertThat(read.root().field("registry.hive")).isEqualTo("\\NTUSER.DAT");
        assertThat(read.moments.getFirst().at()).isEqualTo(Instant.parse(RUN));
    }
}
