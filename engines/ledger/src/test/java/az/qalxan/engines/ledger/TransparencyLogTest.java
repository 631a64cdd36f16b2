package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log in a folder: appended to by many, opened again, proven, audited, tampered with. */
class TransparencyLogTest {

    @TempDir Path folder;

    private TransparencyLog open() throws IOException {
        return TransparencyLog.open(folder, Keys.LOG, Keys.ORIGIN);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void fill(int count) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        try (TransparencyLog log = open()) {
            for (int left = count; left > 0; left -= 100) {
                List<byte[]> batch = new ArrayList<>();
                for (int i = 0; i < Math.min(left, 100); i++) {
                    batch.add(Keys.entry(random));
                }
                log.append(batch);
            }
        }
    }

    @Test
    void everyEntryIsProvenByAFileAlone() throws IOException {
        fill(700);
        try (TransparencyLog log = open()) {
            for (long index : List.of(0L, 255L, 256L, 699L)) {
                byte[] file = log.proof(index).bytes();
                LogProof proof = LogProof.parse(file).orElseThrow();
                assertThat(proof.bytes()).isEqualTo(file);
                assertThat(proof.check(log.entry(index)).proven()).isTrue();
                assertThat(proof.check(text("another")).proven()).isFalse();
                assertThat(proof.checkpoint().trust(List.of(Keys.LOG.key())).byLog()).isTrue();
            }
        }
    }

    @Test
    void theSameEntryStandsOnceAlsoAfterOpeningAnew() throws IOException {
        try (TransparencyLog log = open()) {
            assertThat(log.append(List.of(text("a"), text("b"), text("a"))))
                    .extracting(Appended::index)
                    .containsExactly(0L, 1L, 0L);
        }
        try (TransparencyLog log = open()) {
            Appended again = log.append(text("b"));
            assertThat(again.index()).isEqualTo(1);
            assertThat(again.first()).isFalse();
            assertThat(log.append(text("c")).index()).isEqualTo(2);
            assertThat(log.checkpoint().head().size()).isEqualTo(3);
        }
    }

    @Test
    void manyCallersShareCheckpointsAndNoneIsLost() throws Exception {
        Set<Long> places = new TreeSet<>();
        try (TransparencyLog log = open()) {
            List<CompletableFuture<Appended>> answers = new ArrayList<>();
            try (GroupCommit commit = new GroupCommit(log)) {
                for (int i = 0; i < 2_000; i++) {
                    answers.add(commit.submit(text("entry " + i)));
                }
            }
            for (int i = 0; i < answers.size(); i++) {
                Appended one = GroupCommit.join(answers.get(i));
                assertThat(log.entry(one.index())).isEqualTo(text("entry " + i));
                places.add(one.index());
            }
            assertThat(log.checkpoint().head().size()).isEqualTo(2_000);
        }
        assertThat(places).hasSize(2_000);
        assertThat(LogAudit.of(folder, List.of(Keys.LOG.key())).clean()).isTrue();
    }

    @Test
    void partialTilesGoOnceTheFullOneIsThere() throws IOException {
        fill(600);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .contains("tile/0/000", "tile/0/001", "tile/entries/001")
                    .noneMatch(path -> path.startsWith("tile/0/000.p"))
                    .noneMatch(path -> path.startsWith("tile/entries/001.p"));
        }
    }

    @Test
    void aLogIsWrittenByOneAtATime() throws IOException {
        try (TransparencyLog log = open()) {
            assertThat(log.checkpoint().head()).isEqualTo(TreeHead.OF_NOTHING);
            assertThatThrownBy(this::open).isInstanceOf(LogRefused.class);
        }
        try (TransparencyLog log = open()) {
            assertThat(log.append(text("a")).index()).isZero();
        }
    }

    @Test
    void aLogOfAnotherKeyOrNameIsRefused() throws IOException {
        fill(3);
        NoteSigner other = Keys.signer(Keys.ORIGIN, NoteKey.Use.LOG);
        assertThatThrownBy(() -> TransparencyLog.open(folder, other, Keys.ORIGIN))
                .isInstanceOf(LogRefused.class);
        assertThatThrownBy(() -> TransparencyLog.open(folder, Keys.LOG, "another.example"))
                .isInstanceOf(LogRefused.class);
    }

    @Test
    void changedEdgesAreFoundWhenItIsOpened() throws IOException {
        fill(300);
        Path tile = folder.resolve("tile/0/001.p/44");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[5] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(this::open).isInstanceOf(LogRefused.class);
    }

    @Test
    void anEntryThatIsTooLongIsRefusedAndNothingElseIsLost() throws IOException {
        try (TransparencyLog log = open()) {
            byte[] longest = new byte[TransparencyLog.ENTRY_BYTES_MAX];
            assertThat(log.append(longest).index()).isZero();
            assertThatThrownBy(() -> log.append(new byte[longest.length + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.append(text("b")).index()).isEqualTo(1);
            assertThat(log.entry(0)).isEqualTo(longest);
        }
    }
}
