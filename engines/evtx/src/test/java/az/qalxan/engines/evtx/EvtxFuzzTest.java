package az.qalxan.engines.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The reader answers whatever comes, and what it answers is JSON. */
@NullMarked
class EvtxFuzzTest {

    private static final int ROUNDS = 300;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5_000)
                                                    .build())
                                    .build())
                    .build();

    private static final int RECORDS = 4096 + 512;

    /** A file, or what stands where the records of a chunk do. */
    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) {
        if (bytes != null) {
            boolean file = bytes.length >= 4096 && FileHeader.begins(bytes);
            check(file ? bytes : around(bytes));
        }
    }

    private static byte[] around(byte[] records) {
        int length = Math.min(records.length, 65_536 - 512);
        byte[] file = Arrays.copyOf(new EvtxBytes().chunk().bytes(), RECORDS + length);
        System.arraycopy(records, 0, file, RECORDS, length);
        LittleEndian.putInt(file, 4096 + 48, 512 + length);
        return file;
    }

    @Test
    void theSeedIsTheSampleOfEveryKind() throws IOException {
        Path seed =
                Path.of(
                        "src/test/resources/az/qalxan/engines/evtx/EvtxFuzzTestInputs",
                        "anyBytesGetAnAnswer/every-kind");
        byte[] file = Samples.all().bytes();
        int end = LittleEndian.i32(file, 4096 + 48);
        byte[] records = Arrays.copyOfRange(file, RECORDS, 4096 + end);
        if (Boolean.getBoolean("qalxan.rewrite")) {
            Files.createDirectories(seed.getParent());
            Files.write(seed, records);
        }
        assertThat(Files.readAllBytes(seed)).isEqualTo(records);
    }

    @Test
    void spoiltFilesGetAnAnswer() {
        long seed = new Random().nextLong();
        System.out.println("EvtxFuzzTest: seed " + seed);
        Random random = new Random(seed);
        byte[] sound = Samples.all().bytes();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = sound.clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                spoil(bytes, random);
            }
            check(bytes);
        }
    }

    /** Mostly where the records are: the rest of the chunk is empty. */
    private static void spoil(byte[] bytes, Random random) {
        int at =
                random.nextInt(8) == 0 ? random.nextInt(bytes.length) : 4096 + random.nextInt(8192);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(0x24);
            case 2 -> bytes[at] = (byte) random.nextInt(256);
            default -> {
                int from = 4096 + random.nextInt(8192);
                int count = random.nextInt(Math.min(64, bytes.length - Math.max(at, from)));
                System.arraycopy(bytes, from, bytes, at, count);
            }
        }
    }

    private static void check(byte[] bytes) {
        for (String record : Read.json(bytes, EvtxReader::withLeftovers).records()) {
            assertThat(JSON.readTree(record).isObject()).isTrue();
        }
        Read.xml(bytes);
        Read.each(
                bytes,
                record -> record.written() + record.channel() + record.eventId() + record.user());
        Read.each(bytes, record -> record.fields((path, value) -> value.text()));
    }
}
