package az.qalxan.engines.knownfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters as hashlookup publishes them, and that a hit is never more than "perhaps". */
class BloomFilterTest {

    /** SHA-1 of foo, bar and baz, put in by another program. */
    private static final List<String> IN =
            List.of(
                    "0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33",
                    "62cdb7020ff920e5aa642c3d4066950dd1f01f4d",
                    "bbe960a25ea311d21d40669e93df2003ba9b90a2");

    @TempDir Path folder;

    private Path file() throws IOException {
        try (var in = BloomFilterTest.class.getResourceAsStream("three.bloom")) {
            return Files.write(folder.resolve("three.bloom"), in.readAllBytes());
        }
    }

    @Test
    void aFilterOfAnotherProgramIsRead() throws IOException {
        try (BloomFilter filter = BloomFilter.open(file())) {
            assertThat(filter.capacity()).isEqualTo(100);
            assertThat(filter.count()).isEqualTo(3);
            assertThat(filter.promisedFalseHits()).isEqualTo(0.0001);
            assertThat(filter.falseHits()).isEqualTo(0.0001);
            for (String hex : IN) {
                assertThat(filter.mayContain(FileHash.parse(hex).orElseThrow())).isTrue();
            }
            Random random = new Random(2);
            int hits = 0;
            for (int i = 0; i < 20_000; i++) {
                hits += filter.mayContain(KnownSetTest.random(HashKind.SHA1, random)) ? 1 : 0;
            }
            assertThat(hits).isLessThan(5);
            assertThat(filter.mayContain(KnownSetTest.random(HashKind.MD5, random))).isFalse();
        }
    }

    @Test
    void aHitAloneIsPerhapsAndAnExactSetDecides() throws IOException {
        FileHash foo = FileHash.parse(IN.get(0)).orElseThrow();
        FileHash bar = FileHash.parse(IN.get(1)).orElseThrow();
        FileHash other = FileHash.parse("0".repeat(40)).orElseThrow();
        Path set = folder.resolve("set.known");
        try (KnownSetBuilder builder =
                KnownSetBuilder.begin(HashKind.SHA1, KnownSetTest.ORIGIN, set)) {
            builder.take(foo.hex());
            builder.finish();
        }
        try (KnownFiles files =
                new KnownFiles(List.of(KnownSet.open(set)), List.of(BloomFilter.open(file())))) {
            assertThat(files.answer(List.of(foo)))
                    .isInstanceOfSatisfying(
                            KnownAnswer.Known.class,
                            known -> {
                                assertThat(known.in()).containsExactly(KnownSetTest.ORIGIN);
                                assertThat(known.hiding().because()).isEqualTo(known);
                            });
            assertThat(files.answer(List.of(bar)))
                    .isInstanceOfSatisfying(
                            KnownAnswer.PerhapsKnown.class,
                            perhaps -> assertThat(perhaps.in()).containsExactly("three.bloom"));
            assertThat(files.answer(List.of(other))).isEqualTo(new KnownAnswer.Unknown(other));
        }
    }

    /** Whoever wants to fold a file away must show a Hiding, and there is one way to get it. */
    @Test
    void onlyAnExactAnswerLeadsToHiding() {
        assertThat(KnownAnswer.Hiding.class.getConstructors()).isEmpty();
        for (Class<?> answer : KnownAnswer.class.getPermittedSubclasses()) {
            boolean leads =
                    Arrays.stream(answer.getMethods())
                            .anyMatch(one -> one.getReturnType() == KnownAnswer.Hiding.class);
            assertThat(leads)
                    .as(answer.getSimpleName())
                    .isEqualTo(answer == KnownAnswer.Known.class);
        }
    }

    @Test
    void aFullFilterSaysThatItIsAlwaysWrong() throws IOException {
        Path full = file();
        byte[] bytes = Files.readAllBytes(full);
        Arrays.fill(bytes, 48, bytes.length - 15, (byte) 0xff);
        Files.write(full, bytes);
        try (BloomFilter filter = BloomFilter.open(full)) {
            assertThat(filter.falseHits()).isEqualTo(1.0);
        }
    }

    @Test
    void whatIsNoFilterIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Path bad = folder.resolve("bad");
        for (int cut : new int[] {0, 7, 47, 48, whole.length - 16}) {
            Files.write(bad, Arrays.copyOf(whole, cut));
            assertThatThrownBy(() -> BloomFilter.open(bad)).isInstanceOf(UnusableSet.class);
        }
        long[][] wrong = {
            {0, 2},
            {8, 0},
            {8, -1},
            {16, 0},
            {24, 0},
            {24, 1 << 20},
            {32, 0},
            {32, -5},
            {32, 1L << 40}
        };
        for (long[] one : wrong) {
            byte[] bytes = whole.clone();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong((int) one[0], one[1]);
            Files.write(bad, bytes);
            assertThatThrownBy(() -> BloomFilter.open(bad))
                    .as(Arrays.toString(one))
                    .isInstanceOf(UnusableSet.class);
        }
    }
}
