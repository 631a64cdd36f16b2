package az.qalxan.engines.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images written by libewf's own tool, and its verdicts beside ours. */
class EwfToolsTest {

    private static final Pattern MD5 =
            Pattern.compile("MD5 hash calculated over data:\\s+([0-9a-f]{32})");
    private static final Pattern RANGE = Pattern.compile("at sector\\(s\\): (\\d+) - (\\d+) ");

    @TempDir Path folder;

    @BeforeAll
    static void theToolsAreThere() {
        assumeThat(
                        List.of("ewfacquirestream", "ewfverify").stream()
                                .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool))))
                .as("ewf-tools are not installed, so nothing is compared with libewf")
                .isTrue();
    }

    private record Said(int code, String text) {

        Optional<String> md5() {
            Matcher found = MD5.matcher(text);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        List<MediaRange> lost() {
            return RANGE.matcher(text)
                    .results()
                    .map(found -> {
                        long from = Long.parseLong(found.group(1));
                        long to = Long.parseLong(found.group(2)) + 1;
                        return new MediaRange(from * 512, (to - from) * 512);
                    })
                    .toList();
        }
    }

    private Said run(Path input, String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("said");
        ProcessBuilder program =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(input.toFile())
                        .redirectOutput(out.toFile());
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    private Path acquire(byte[] media, String... options) throws Exception {
        Path raw = Files.write(folder.resolve("raw"), media);
        List<String> words =
                new ArrayList<>(List.of("ewfacquirestream", "-q", "-t", "image", "-S", "1048576"));
        words.addAll(List.of(options));
        Said said = run(raw, words.toArray(String[]::new));
        assertThat(said.code()).as(said.text()).isZero();
        Path upper = folder.resolve("image.E01");
        return Files.exists(upper) ? upper : folder.resolve("image.e01");
    }

    private Said theirs(Path image) throws Exception {
        return run(Path.of("/dev/null"), "ewfverify", "-q", "-w", image.toString());
    }

    private static ImageVerification ours(Path image) throws Exception {
        if (DiskImages.open(image) instanceof ImageOpening.Opened(DiskImage opened)) {
            try (opened) {
                return opened.verify(Set.of(DigestKind.MD5), done -> {});
            }
        }
        throw new AssertionError("refused: " + image);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encase2", "encase3", "encase4", "encase5", "encase6", "encase7", "ftk", "linen5",
                "linen6", "linen7", "ewfx"
            })
    void everyVariantIsReadAsItWasWritten(String format) throws Exception {
        byte[] media = Images.media(5 * 512 * 1_000, 3);
        for (String compression : List.of("none", "empty-block", "fast")) {
            Path image = acquire(media, "-f", format, "-c", compression, "-d", "sha1");
            ImageVerification verification = ours(image);
            assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.INTACT);
            assertThat(verification.findings()).isEmpty();
            if (DiskImages.open(image) instanceof ImageOpening.Opened(DiskImage opened)) {
                try (opened) {
                    assertThat(Images.all(opened.channel())).isEqualTo(media);
                }
            }
            deleteSegments();
        }
    }

    private void deleteSegments() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().contains("image.")).toList()) {
                Files.delete(file);
            }
        }
    }

    /** libewf counts whole sectors and hashes all bytes, then finds that they differ. */
    @Test
    void aSourceOfNoWholeSectorFailsThereAndIsExplainedHere() throws Exception {
        Path image = acquire(Images.media(1_000_123, 5));
        Said said = theirs(image);
        ImageVerification verification = ours(image);
        assertThat(said.code()).isEqualTo(1);
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
        assertThat(verification.digests()).allMatch(DigestCheck::beyondMedia);
        assertThat(verification.digests().getFirst().reckoned())
                .isEqualTo(said.md5().orElseThrow());
    }

    /**
     * Verdict and lost sectors are the same under every kind of damage that libewf opens at all;
     * what it refuses to open never counts as intact here. It passes over damage to one table.
     */
    @Test
    void damageIsJudgedAsByEwfverify() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path image = acquire(Images.media(100 * 32_768, seed), "-c", "fast");
        byte[] whole = Files.readAllBytes(image);
        for (int i = 0; i < 40; i++) {
            int at = i < 25 ? random.nextInt(whole.length) : random.nextInt(2_000);
            at = i > 35 ? whole.length - 1 - random.nextInt(1_200) : at;
            byte[] spoilt = whole.clone();
            spoilt[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(image, spoilt);
            compare(image, "seed %d byte %d".formatted(seed, at));
        }
        Files.write(image, Arrays.copyOf(whole, whole.length / 2));
        compare(image, "half");
    }

    private void compare(Path image, String where) throws Exception {
        Said said = theirs(image);
        boolean opens = !said.text().contains("Unable to open");
        if (DiskImages.open(image) instanceof ImageOpening.Refused) {
            assertThat(opens).as(where).isFalse();
            return;
        }
        ImageVerification verification = ours(image);
        boolean good = verification.verdict() == ImageVerification.Verdict.INTACT;
        List<MediaRange> lost =
                verification.findings().stream()
                        .filter(one ->
                                one.kind() == ImageFinding.Kind.CHUNK_DAMAGED
                                        || one.kind() == ImageFinding.Kind.CHUNK_MISSING)
                        .map(ImageFinding::media)
                        .toList();
        if (opens && said.lost().equals(lost)) {
            assertThat(verification.digests().getFirst().reckoned())
                    .as(where)
                    .isEqualTo(said.md5().orElseThrow());
        }
        if (opens) {
            assertThat(verification.lostBytes())
                    .as(where + said.text())
                    .isLessThanOrEqualTo(said.lost().stream().mapToLong(MediaRange::bytes).sum());
        }
        boolean tableOnly =
                !verification.findings().isEmpty()
                        && verification.findings().stream()
                                .allMatch(one -> one.kind() == ImageFinding.Kind.TABLE_DAMAGED);
        assertThat(good).as(where + said.text()).isEqualTo(said.code() == 0 || tableOnly);
    }
}
