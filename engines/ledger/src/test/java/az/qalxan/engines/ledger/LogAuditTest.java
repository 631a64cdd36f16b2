package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An audit finds every changed, cut, swapped and missing file, and names it. */
class LogAuditTest {

    private static final int SIZE = 66_000;

    private final MemoryFiles files = new MemoryFiles();

    @BeforeEach
    void aLogOfThreeLevels() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            entries.add(Keys.entry(random));
        }
        TransparencyLog.over(files, Keys.LOG, Keys.ORIGIN).append(entries);
    }

    private static LogAudit.Report audit(MemoryFiles files) throws IOException {
        return LogAudit.of(files, List.of(Keys.LOG.key()));
    }

    @Test
    void aWholeLogIsClean() throws IOException {
        LogAudit.Report report = audit(files);
        assertThat(report.findings()).isEmpty();
        assertThat(report.origin()).isEqualTo(Keys.ORIGIN);
        assertThat(report.entries()).isEqualTo(SIZE);
        assertThat(report.tiles()).isEqualTo(258 + 2 + 1);
        assertThat(report.signed())
                .extracting(NoteKey::text)
                .containsExactly(Keys.LOG.key().text());
    }

    @Test
    void anyFileThatIsChangedCutOrMissingIsNamed() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> paths = files.paths();
        List<String> chosen = new ArrayList<>(paths.subList(0, 1));
        for (int i = 0; i < 30; i++) {
            chosen.add(paths.get(random.nextInt(paths.size())));
        }
        chosen.add("tile/1/000");
        chosen.add("tile/2/000.p/1");
        for (String path : chosen) {
            MemoryFiles changed = files.copy();
            changed.change(
                    path,
                    bytes -> {
                        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                        return bytes;
                    });
            named(changed, path);
            MemoryFiles cut = files.copy();
            cut.change(path, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
            named(cut, path);
            MemoryFiles missing = files.copy();
            missing.remove(path);
            named(missing, path);
        }
    }

    private static void named(MemoryFiles files, String path) throws IOException {
        LogAudit.Report report = audit(files);
        assertThat(report.clean()).as(path).isFalse();
        assertThat(report.findings()).extracting(AuditFinding::path).as(path).contains(path);
    }

    @Test
    void aCheckpointOfAnotherTreeIsFoundThoughItIsSigned() throws IOException {
        TreeHead other = new TreeHead(SIZE, Merkle.leaf(new byte[0]));
        byte[] forged = Checkpoint.signed(Keys.ORIGIN, other, Keys.LOG).bytes();
        files.change("checkpoint", bytes -> forged);
        assertThat(audit(files).findings())
                .containsExactly(new AuditFinding(AuditFinding.Kind.ROOT, "checkpoint"));
    }

    @Test
    void aMissingSignatureIsFound() throws IOException {
        NoteKey witness = Keys.signer("witness.example", NoteKey.Use.WITNESS).key();
        assertThat(LogAudit.of(files, List.of(witness)).findings())
                .containsExactly(new AuditFinding(AuditFinding.Kind.SIGNATURE, "checkpoint"));
    }

    @Test
    void aLogWithoutEntriesIsJudgedByItsTiles() throws IOException {
        MemoryFiles bare = files.copy();
        bare.paths().stream().filter(path -> path.contains("entries")).forEach(bare::remove);
        assertThat(audit(bare).findings()).isEmpty();
        assertThat(audit(bare).entries()).isZero();
        bare.change(
                "tile/0/007",
                bytes -> {
                    bytes[40] ^= 1;
                    return bytes;
                });
        assertThat(audit(bare).findings())
                .extracting(AuditFinding::kind)
                .contains(AuditFinding.Kind.TILE_DIFFERS, AuditFinding.Kind.ROOT);
    }

    @Test
    void aSizeThatNoFilesHoldEndsSoon() throws IOException {
        TreeHead huge = new TreeHead(Long.MAX_VALUE, Merkle.leaf(new byte[0]));
        byte[] forged = Checkpoint.signed(Keys.ORIGIN, huge, Keys.LOG).bytes();
        files.change("checkpoint", bytes -> forged);
        assertThat(audit(files).clean()).isFalse();
    }
}
