package az.qalxan.engines.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AFF4 containers of the own small writer, packed by another implementation. */
@NullMarked
class Aff4ImageTest {

    private static final byte[] BYTES = Images.media(40 * Aff4Writer.CHUNK - 777, 4);
    private static final int ROUNDS = 500;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://code.google.com/p/snappy/",
                "https://code.google.com/p/lz4/",
                "https://tools.ietf.org/html/rfc1951",
                "https://www.ietf.org/rfc/rfc1950.txt"
            })
    void everyPackingIsReadAndEveryDigestAgrees(String method) throws Exception {
        Aff4Writer writer = new Aff4Writer();
        writer.method = method;
        byte[] container = writer.write(BYTES);
        try (DiskImage image = Images.open(List.of(container))) {
            assertThat(Images.all(image.channel())).isEqualTo(writer.media(BYTES));
            assertThat(image.facts().texts())
                    .containsEntry("caseNumber", "2026-9")
                    .containsEntry("software", "test 1");
            assertThat(image.facts().readErrors())
                    .containsExactly(new MediaRange(writer.media(BYTES).length - 28, 28));
            ImageVerification verification = image.verify(Set.of(), done -> {});
            assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.INTACT);
            assertThat(verification.digests())
                    .allMatch(DigestCheck::agrees)
                    .extracting(DigestCheck::scope)
                    .contains(DigestCheck.Scope.values());
            assertThat(verification.digests()).hasSize(9);
        }
    }

    @Test
    void aSpoiltChunkIsNamedByItsOwnDigest() throws Exception {
        Aff4Writer writer = new Aff4Writer();
        writer.method = "";
        byte[] container = writer.write(BYTES);
        byte[] needle = Arrays.copyOfRange(BYTES, 5 * Aff4Writer.CHUNK, 5 * Aff4Writer.CHUNK + 64);
        int at = indexOf(container, needle);
        container[at + 3] ^= 1;
        ImageVerification verification = Images.verify(List.of(container));
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
        assertThat(verification.findings())
                .extracting(ImageFinding::kind, ImageFinding::offset)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ImageFinding.Kind.CHUNK_DAMAGED, (long) at));
        assertThat(verification.digests())
                .filteredOn(check -> check.scope() == DigestCheck.Scope.STREAM)
                .allMatch(DigestCheck::differs);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void withoutDigestsItIsUnproven() throws IOException {
        Aff4Writer writer = new Aff4Writer();
        writer.hashes = false;
        writer.blocks = false;
        assertThat(Images.verify(List.of(writer.write(BYTES))).verdict())
                .isEqualTo(ImageVerification.Verdict.UNPROVEN);
    }

    /** Zeros deflate to nearly nothing: a small file could ask for gigabytes of indexes. */
    @Test
    void anIndexMuchLongerThanItsChunksIsNotRead() throws IOException {
        Aff4Writer writer = new Aff4Writer();
        writer.indexPadding = 100;
        assertThat(Images.verify(List.of(writer.write(BYTES))).verdict())
                .isEqualTo(ImageVerification.Verdict.INTACT);
        Aff4Writer hostile = new Aff4Writer();
        hostile.indexPadding = 1 << 20;
        ImageVerification verification = Images.verify(List.of(hostile.write(BYTES)));
        assertThat(verification.findings())
                .extracting(ImageFinding::kind)
                .contains(ImageFinding.Kind.CHUNK_MISSING);
    }

    @Test
    void anExbibyteOfNothingCostsNothing() throws IOException {
        Aff4Writer writer = new Aff4Writer();
        writer.hashes = false;
        byte[] small = writer.write(BYTES);
        assertThat(small).isNotEmpty();
        String turtle =
                "<aff4://m> a <http://aff4.org/Schema#Map> ; <http://aff4.org/Schema#size>"
                        + " 1152921504606846976 .";
        assertThat(Turtle.read(turtle).get("aff4://m")).hasSize(2);
        Aff4Map.Source zero = Aff4Map.source("aff4:Zero", java.util.Map.of());
        Aff4Map map = new Aff4Map(List.of(), zero, 1L << 60);
        ImageFacts facts =
                new ImageFacts(
                        "AFF4",
                        List.of("x"),
                        1L << 60,
                        512,
                        0,
                        java.util.Map.of(),
                        List.of(),
                        List.of(),
                        List.of());
        Aff4Volume volume =
                Aff4Volume.of(new ImagePart("x", new Images.Bytes(small))).orElseThrow();
        try (Aff4Image image =
                new Aff4Image(
                        facts, List.of(), map, new Aff4Proof(volume, "none", "none", List.of()))) {
            ImageVerification verification = image.verify(Set.of(DigestKind.MD5), done -> {});
            assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.UNPROVEN);
            assertThat(verification.findings())
                    .extracting(ImageFinding::kind)
                    .containsExactly(ImageFinding.Kind.TOO_SPARSE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStripeIsFoundBesideTheFirst(@TempDir Path folder) throws Exception {
        Aff4Writer writer = new Aff4Writer();
        writer.blocks = false;
        Files.write(folder.resolve("b.aff4"), writer.write(BYTES));
        Aff4Writer without = new Aff4Writer();
        without.blocks = false;
        without.streamHere = false;
        Path first = Files.write(folder.resolve("a.aff4"), without.write(BYTES));
        Files.writeString(folder.resolve("c.aff4"), "no container");
        assertThat(verdict(first)).isEqualTo(ImageVerification.Verdict.INTACT);
        Files.delete(folder.resolve("b.aff4"));
        assertThat(verdict(first)).isEqualTo(ImageVerification.Verdict.FAILED);
    }

    private static ImageVerification.Verdict verdict(Path file) throws Exception {
        if (DiskImages.open(file) instanceof ImageOpening.Opened(DiskImage image)) {
            try (image) {
                return image.verify(Set.of(), done -> {}).verdict();
            }
        }
        throw new AssertionError("refused: " + file);
    }

    @Test
    void anyZipThatIsNoContainerIsRefused() throws IOException {
        for (byte[] bytes :
                List.of(
                        new byte[] {'P', 'K', 3, 4},
                        Arrays.copyOf(new Aff4Writer().write(BYTES), 20_000))) {
            assertThat(DiskImages.open(Images.parts(List.of(bytes))))
                    .isInstanceOf(ImageOpening.Refused.class);
        }
    }

    /** Every chunk has its own digest here, so what is not named as lost is right. */
    @Test
    void ofSpoiltContainersEverythingNotNamedIsRight() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Aff4Writer writer = new Aff4Writer();
        byte[] whole = writer.write(BYTES);
        byte[] media = writer.media(BYTES);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] spoilt = whole.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                int from = random.nextBoolean() ? 0 : spoilt.length - 4_000;
                int at = from + random.nextInt(spoilt.length - from);
                spoilt[at] ^= (byte) (1 << random.nextInt(8));
            }
            if (DiskImages.open(Images.parts(List.of(spoilt)))
                    instanceof ImageOpening.Opened(DiskImage image)) {
                check(image, media, "seed %d round %d".formatted(seed, i));
            }
        }
    }

    private static void check(DiskImage image, byte[] media, String where) throws Exception {
        if (image.facts().mediaBytes() > 1 << 24) {
            return;
        }
        ImageVerification verification = image.verify(Set.of(), done -> {});
        boolean right = Arrays.equals(Images.all(image.channel()), media);
        if (verification.verdict() == ImageVerification.Verdict.INTACT) {
            assertThat(right).as(where).isTrue();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) throws Exception {
        if (bytes == null) {
            return;
        }
        byte[] zip = bytes.clone();
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, Math.min(4, zip.length));
        if (DiskImages.open(Images.parts(List.of(zip)))
                instanceof ImageOpening.Opened(DiskImage image)) {
            if (image.facts().mediaBytes() < 1 << 24) {
                image.verify(Set.of(), done -> {});
            }
        }
    }

    @Test
    void packersAgreeAndSpoiltBlocksEnd() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] room = new byte[1 << 16];
        for (int i = 0; i < 3_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            int from = random.nextInt(100);
            int most = random.nextInt(5_000);
            assertThat(Snappy.unpack(Slice.of(noise), new Room(room, from, most)))
                    .isLessThanOrEqualTo(most);
            assertThat(Lz4.unpack(Slice.of(noise), new Room(room, from, most)))
                    .isLessThanOrEqualTo(most);
        }
    }
}
