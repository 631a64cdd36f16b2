package az.qalxan.engines.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, reading ends, and no wrong byte is given out as sound. */
@NullMarked
class ImageFuzzTest {

    private static final int ROUNDS = 1_000;
    private static final int CHUNK_BYTES = 4096;

    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) throws IOException, InterruptedException {
        if (bytes != null) {
            answer(List.of(bytes));
        }
    }

    private static void answer(List<byte[]> segments) throws IOException, InterruptedException {
        if (DiskImages.open(Images.parts(segments)) instanceof ImageOpening.Opened(var image)) {
            ImageVerification verification = image.verify(Set.of(), done -> {});
            if (image.facts().mediaBytes() < 1 << 24) {
                try (MediaChannel channel = image.channel()) {
                    Images.all(channel);
                    assertThat(channel.losses().isEmpty()).isEqualTo(verification.lostBytes() == 0);
                }
            }
        }
    }

    /** Bits of structure and of chunks are flipped, bytes cut out, tails cut off. */
    @Test
    void ofSpoiltImagesEverythingNotNamedIsRight() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] media = Images.media(30 * CHUNK_BYTES, seed);
        EwfWriter writer = new EwfWriter();
        writer.chunksPerTable = 6;
        writer.readErrors = new long[][] {{1, 2}};
        List<byte[]> segments = writer.write(media);
        for (int i = 0; i < ROUNDS; i++) {
            List<byte[]> spoilt = spoilt(segments, random);
            if (DiskImages.open(Images.parts(spoilt)) instanceof ImageOpening.Opened(var image)) {
                check(image, media, "seed " + seed + " round " + i);
            }
        }
    }

    private static void check(DiskImage image, byte[] media, String where) throws IOException {
        if (image.facts().mediaBytes() != media.length
                || image.facts().chunkBytes() != CHUNK_BYTES) {
            assertThat(image.facts().findings()).as(where).isNotEmpty();
            return;
        }
        try (MediaChannel channel = image.channel()) {
            byte[] read = Images.all(channel);
            byte[] expected = media.clone();
            for (MediaRange lost : channel.losses()) {
                Arrays.fill(expected, (int) lost.offset(), (int) lost.end(), (byte) 0);
            }
            assertThat(Arrays.mismatch(read, expected)).as(where).isEqualTo(-1);
        }
    }

    private static List<byte[]> spoilt(List<byte[]> segments, Random random) {
        List<byte[]> spoilt = new ArrayList<>(segments);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int which = random.nextInt(spoilt.size());
            byte[] bytes = spoilt.get(which).clone();
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(12)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 600), (byte) 0);
                case 2 -> spoilHead(bytes, random);
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            spoilt.set(which, bytes);
        }
        return spoilt;
    }

    /** Structure is small beside chunks, so it is aimed at. */
    private static void spoilHead(byte[] bytes, Random random) {
        List<Integer> heads = new ArrayList<>();
        for (int i = 13; i + 200 <= bytes.length; i++) {
            if (bytes[i] == 't' && bytes[i + 1] == 'a' || bytes[i] == 's' && bytes[i + 1] == 'e') {
                heads.add(i);
            }
        }
        if (!heads.isEmpty()) {
            int at = heads.get(random.nextInt(heads.size())) + random.nextInt(200);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
    }
}
