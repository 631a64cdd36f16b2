package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A machine that stops at any step of writing, whatever it loses of what was not certain, leaves a
 * log that holds all that was acknowledged, once, and that goes on from every tree it ever signed.
 */
class CrashTest {

    private static final int BATCHES = 9;

    private final Map<Long, byte[]> acknowledged = new HashMap<>();
    private final List<TreeHead> signed = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void nothingAcknowledgedIsLostAndNoSecondHistoryIsSigned(MemoryFiles.Loss loss)
            throws IOException {
        long steps = write(new MemoryFiles(), Long.MAX_VALUE).steps();
        assertThat(steps).isGreaterThan(60);
        for (long crash = 0; crash <= steps; crash++) {
            acknowledged.clear();
            signed.clear();
            MemoryFiles found = write(new MemoryFiles(), crash).afterCrash(loss);
            check(found, "step " + crash + ", loss " + loss);
            goOn(found, crash);
            check(found, "after step " + crash + ", loss " + loss);
        }
    }

    /** The same appends each time: small and large batches, some entries twice. */
    private MemoryFiles write(MemoryFiles files, long crashAt) throws IOException {
        files.crashAt(crashAt);
        SplittableRandom random = new SplittableRandom(7);
        try (TransparencyLog log = TransparencyLog.over(files, Keys.LOG, Keys.ORIGIN)) {
            for (int i = 0; i < BATCHES; i++) {
                append(log, batch(random, i));
            }
        } catch (MemoryFiles.Crash e) {
            return files;
        }
        return files;
    }

    private static List<byte[]> batch(SplittableRandom random, int number) {
        List<byte[]> batch = new ArrayList<>();
        for (int left = number % 3 == 2 ? 200 : 1 + number; left > 0; left--) {
            batch.add(Keys.entry(random));
        }
        batch.add(batch.getFirst());
        return batch;
    }

    private void append(TransparencyLog log, List<byte[]> batch) throws IOException {
        List<Appended> appended = log.append(batch);
        for (int i = 0; i < batch.size(); i++) {
            byte[] known = acknowledged.put(appended.get(i).index(), batch.get(i));
            assertThat(known == null).isEqualTo(appended.get(i).first());
        }
        signed.add(log.checkpoint().head());
    }

    private void goOn(MemoryFiles files, long crash) throws IOException {
        files.crashAt(Long.MAX_VALUE);
        try (TransparencyLog log = TransparencyLog.over(files, Keys.LOG, Keys.ORIGIN)) {
            append(
                    log,
                    List.of(("after " + crash).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    private void check(MemoryFiles files, String where) throws IOException {
        try (TransparencyLog log = TransparencyLog.over(files, Keys.LOG, Keys.ORIGIN)) {
            TreeHead now = log.checkpoint().head();
            for (TreeHead was : signed) {
                assertThat(Merkle.consistency(was, now, log.consistency(was.size())).proven())
                        .as(where)
                        .isTrue();
            }
            for (Map.Entry<Long, byte[]> one : acknowledged.entrySet()) {
                assertThat(log.entry(one.getKey())).as(where).isEqualTo(one.getValue());
            }
        }
        LogAudit.Report report = LogAudit.of(files, List.of(Keys.LOG.key()));
        assertThat(report.findings()).as(where).isEmpty();
    }
}
