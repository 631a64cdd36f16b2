package az.qalxan.engines.knownfiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sets, filters and lists of any bytes are used or refused, nothing else. */
@NullMarked
class KnownFilesFuzzTest {

    private static final FileHash HASH =
            FileHash.parse("0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33").orElseThrow();

    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) throws IOException {
        if (bytes != null) {
            answer(bytes);
        }
    }

    private static void answer(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("known");
        Path file = folder.resolve("file");
        try {
            Files.write(file, bytes);
            try (KnownSet set = KnownSet.open(file)) {
                set.contains(HASH);
            } catch (UnusableSet e) {
                assertThat(e).hasMessageContaining("file");
            }
            try (BloomFilter filter = BloomFilter.open(file)) {
                filter.mayContain(HASH);
                assertThat(filter.falseHits()).isBetween(0.0, 1.0);
            } catch (UnusableSet e) {
                assertThat(e).hasMessageContaining("file");
            }
            Path out = folder.resolve("out");
            try (KnownSetBuilder builder =
                    KnownSetBuilder.begin(HashKind.SHA1, KnownSetTest.ORIGIN, out)) {
                HashList.read(new ByteArrayInputStream(bytes), builder);
            }
        } finally {
            Files.deleteIfExists(folder.resolve("file"));
            Files.delete(folder);
        }
    }

    @Test
    void spoiltFiltersAndNoiseGetAnAnswer() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] filter;
        try (var in = KnownFilesFuzzTest.class.getResourceAsStream("three.bloom")) {
            filter = in.readAllBytes();
        }
        for (int i = 0; i < 30; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            byte[] spoilt = filter.clone();
            spoilt[random.nextInt(60)] ^= (byte) (1 << random.nextInt(8));
            for (byte[] bytes : List.of(noise, spoilt, Arrays.copyOf(filter, noise.length))) {
                answer(bytes);
            }
        }
    }
}
