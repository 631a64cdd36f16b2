package az.qalxan.engines.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Each way in which a file of five chunks with forty records each may be spoilt. */
@NullMarked
class DamageTest {

    private static final int CHUNK = 65_536;
    private static final int SECOND = 4096 + CHUNK;
    private static final int FIRST_RECORD = SECOND + 512;

    private final ByteBuffer file =
            ByteBuffer.wrap(Samples.large(5).bytes()).order(ByteOrder.LITTLE_ENDIAN);

    private Read read() {
        return Read.json(file.array());
    }

    private static List<Damage.Kind> kinds(Read read) {
        return read.damages().stream().map(Damage::kind).toList();
    }

    @Test
    void aChunkWithoutSignatureIsSearchedForRecords() {
        file.putLong(SECOND, 0);
        Read read = read();
        assertThat(read.records()).hasSize(200);
        assertThat(read.damages())
                .containsExactly(
                        new Damage(
                                Damage.Kind.CHUNK_HEADER, SECOND, CHUNK, "no chunk begins here"));
        assertThat(read.records().get(40))
                .endsWith(
                        ",\"Recovery\":{\"offset\":70144,\"standing\":\"CARVED\","
                                + "\"templateBorrowed\":false}}");
        assertThat(read.records().get(80)).doesNotContain("Recovery");
    }

    @Test
    void aFlippedBitIsFoundByTheChecksum() {
        file.put(FIRST_RECORD + 700, (byte) (file.get(FIRST_RECORD + 700) ^ 1));
        assertThat(kinds(read())).contains(Damage.Kind.CHUNK_RECORDS);
        assertThat(read().records()).hasSize(200);
    }

    @Test
    void aRecordWithoutSignatureIsReportedAndTheNextOneFound() {
        file.put(FIRST_RECORD, (byte) 0);
        Read read = read();
        assertThat(read.records()).hasSize(199);
        assertThat(kinds(read)).containsExactly(Damage.Kind.CHUNK_RECORDS, Damage.Kind.RECORD);
        assertThat(read.damages().getLast().offset()).isEqualTo(FIRST_RECORD);
    }

    @Test
    void templatesThatWereOverwrittenAreBorrowedFromEarlierChunks() {
        Arrays.fill(file.array(), FIRST_RECORD, FIRST_RECORD + 1_500, (byte) 0);
        Read read = read();
        assertThat(read.records()).hasSizeGreaterThan(190);
        assertThat(read.records().get(40)).contains("\"data1\":").contains("Borrowed\":true");
        assertThat(kinds(read)).doesNotContain(Damage.Kind.EVENT);
    }

    @Test
    void aRecordWhoseEventCannotBeReadKeepsItsNumberAndTime() {
        byte[] spoilt = new EvtxBytes().record(xml -> xml.header().raw(0x1f, 0)).bytes();
        Read read = Read.json(spoilt);
        assertThat(read.records().getFirst())
                .isEqualTo(
                        "{\"Event\":{\"System\":{\"TimeCreated\":{\"#attributes\":{\"SystemTime\":"
                                + "\"2026-06-01T14:00:00.1234568Z\"}},\"EventRecordID\":1}},"
                                + "\"Damage\":{\"offset\":4608,\"bytes\":40,"
                                + "\"why\":\"no token of binary XML: 0x1f\"}}");
        assertThat(kinds(read)).containsExactly(Damage.Kind.EVENT);
        assertThat(Read.xml(spoilt).records().getFirst())
                .contains("<EventRecordID>1</EventRecordID>");
    }

    @Test
    void aFoundRecordWithoutAnyElementIsDamagedToo() {
        byte[] empty = new EvtxBytes().record(xml -> xml.header().raw(5, 1, 0, 0, 0)).bytes();
        empty[4096] = 0;
        assertThat(Read.json(empty).records().getFirst()).contains("it holds no element");
    }

    @Test
    void recordsBehindTheStatedEndGoOnWhileTheirNumbersDo() {
        file.putInt(SECOND + 48, 2_000);
        assertThat(read().records()).hasSize(200);
    }

    @Test
    void anEndOutsideOfTheChunkIsNotBelieved() {
        file.putInt(SECOND + 48, Integer.MIN_VALUE);
        assertThat(read().records()).hasSize(200);
        assertThat(kinds(read())).contains(Damage.Kind.CHUNK_HEADER);
    }

    @Test
    void aSpoiltSecondSizeIsReportedAndTheRecordKept() {
        int size = file.getInt(FIRST_RECORD + 4);
        file.putInt(FIRST_RECORD + size - 4, 77);
        Read read = read();
        assertThat(read.records()).hasSize(200);
        assertThat(kinds(read)).containsExactly(Damage.Kind.CHUNK_RECORDS, Damage.Kind.RECORD);
    }

    @Test
    void whatIsLeftOfAnOlderUseIsGivenOnlyWhenAskedFor() {
        file.putShort(42, (short) 2);
        sign();
        assertThat(read().records()).hasSize(80);
        assertThat(read().leftovers()).isEqualTo(120);
        Read all = Read.json(file.array(), EvtxReader::withLeftovers);
        assertThat(all.records()).hasSize(200);
        assertThat(all.records().getLast()).contains("\"standing\":\"LEFTOVER\"");
    }

    @Test
    void aFileThatWasNotClosedIsReadToItsEnd() {
        file.putShort(42, (short) 2).putInt(120, 1);
        sign();
        assertThat(read().records()).hasSize(200);
        assertThat(read().damages()).isEmpty();
    }

    private void sign() {
        CRC32 sum = new CRC32();
        sum.update(file.array(), 0, 120);
        file.putInt(124, (int) sum.getValue());
    }

    @Test
    void aFileThatEndsEarlyGivesWhatItHas() {
        Read read = Read.json(Arrays.copyOf(file.array(), SECOND + CHUNK + 1_500));
        assertThat(read.records()).hasSizeGreaterThan(80);
        assertThat(kinds(read)).containsExactly(Damage.Kind.TRUNCATED, Damage.Kind.RECORD);
        assertThat(Read.json(new byte[0]).damages()).hasSize(1);
        assertThat(Read.json(Arrays.copyOf(file.array(), 4096)).damages())
                .containsExactly(
                        new Damage(
                                Damage.Kind.TRUNCATED,
                                4096,
                                0,
                                "the file counts 5 chunks, which is longer"));
    }

    @Test
    void aFileWithoutItsHeaderIsReadFromItsFirstChunk() {
        Read read = Read.json(Arrays.copyOfRange(file.array(), 4096, file.capacity()));
        assertThat(read.records()).hasSize(200);
        assertThat(kinds(read)).containsExactly(Damage.Kind.FILE_HEADER);
        file.putLong(0, 0);
        assertThat(read().records()).hasSize(200);
    }

    @Test
    void chunksThatLostTheirPlaceAreFoundAgain() {
        byte[] all = file.array();
        byte[] shorter = new byte[all.length - 100];
        int cut = SECOND + 20_000;
        System.arraycopy(all, 0, shorter, 0, cut);
        System.arraycopy(all, cut + 100, shorter, cut, shorter.length - cut);
        assertThat(Read.json(shorter).records()).hasSize(200);
    }
}
