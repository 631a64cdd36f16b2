package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbered logs are read up to any of their checkpoints, and followed from any size on. */
class LogReaderTest {

    private final SplittableRandom random = new SplittableRandom(seed());
    private final MemoryFiles files = new MemoryFiles();
    private final List<byte[]> entries = new ArrayList<>();

    private static long seed() {
        long seed = Long.getLong("qalxan.seed", System.nanoTime());
        System.out.println("LogReaderTest: -Dqalxan.seed=" + seed);
        return seed;
    }

    /** Opens the log anew and appends. */
    private Checkpoint grown(int count) throws IOException {
        List<byte[]> more = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            more.add(Keys.entry(random));
        }
        entries.addAll(more);
        try (TransparencyLog log = TransparencyLog.numbered(files, Keys.LOG, Keys.ORIGIN)) {
            log.append(more);
            return log.checkpoint();
        }
    }

    @Test
    void everyCheckpointStaysReadableWhileTheLogGrows() throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int count : List.of(1, 200, 55, 1, 300, 1_000)) {
            checkpoints.add(grown(count));
        }
        for (Checkpoint checkpoint : checkpoints) {
            LogReader reader = new LogReader(files, checkpoint);
            int size = (int) checkpoint.head().size();
            for (int i = 0; i < 10; i++) {
                int index = random.nextInt(size);
                assertThat(reader.entry(index)).isEqualTo(entries.get(index));
                assertThat(reader.proof(index).check(entries.get(index)).proven()).isTrue();
            }
            TreeHead older = reader.head(1 + random.nextInt(size));
            List<TreeHash> proof = reader.consistency(older.size());
            assertThat(Merkle.consistency(older, checkpoint.head(), proof).proven()).isTrue();
        }
    }

    @Test
    void aTreeGrowsOnFromItsPeaks() throws IOException {
        Checkpoint checkpoint = grown(1_300);
        LogReader reader = new LogReader(files, checkpoint);
        for (int older : List.of(0, 1, 255, 256, 257, random.nextInt(1_300), 1_300)) {
            List<TreeHash> peaks = reader.peaks(older);
            TreeGrowth growth = TreeGrowth.from(older, peaks).orElseThrow();
            assertThat(growth.head()).isEqualTo(reader.head(older));
            entries.subList(older, entries.size()).forEach(growth::add);
            assertThat(growth.head()).as("from " + older).isEqualTo(checkpoint.head());
        }
        assertThat(TreeGrowth.from(3, reader.peaks(4))).isEmpty();
    }

    @Test
    void aNumberedLogDoesNotKnowAnEntryAgain() throws IOException {
        grown(3);
        try (TransparencyLog log = TransparencyLog.numbered(files, Keys.LOG, Keys.ORIGIN)) {
            assertThat(log.append(entries.getFirst()).index()).isEqualTo(3);
        }
    }
}
