package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan image} as people and programs use it. */
class ImageCommandTest {

    private static final Path TOOL = Path.of("/usr/bin/ewfacquirestream");

    @TempDir Path folder;

    private byte[] media = {};

    private static Ran image(Object... words) {
        return Ran.of(new ImageCommand(), words);
    }

    @BeforeEach
    void anImageOfThreeSegments() throws Exception {
        assumeThat(Files.isExecutable(TOOL)).as("ewf-tools are not installed").isTrue();
        media = new byte[512 * 5_000];
        new Random(1).nextBytes(media);
        Path raw = Files.write(folder.resolve("raw"), media);
        Process tool =
                new ProcessBuilder(
                                TOOL.toString(),
                                "-q",
                                "-t",
                                "disk",
                                "-S",
                                "1048576",
                                "-C",
                                "2026-7")
                        .directory(folder.toFile())
                        .redirectInput(raw.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue()).isZero();
    }

    @Test
    void aSoundImageIsDescribedVerifiedAndRead() throws IOException {
        Path file = folder.resolve("disk.E01");
        JsonNode facts = image("info", file, "--json").json();
        assertThat(facts.get("files").size()).isEqualTo(3);
        assertThat(facts.get("mediaBytes").asLong()).isEqualTo(media.length);
        assertThat(facts.get("texts").get("caseNumber").asString()).isEqualTo("2026-7");
        Ran verified = image("verify", file, "--digest", "SHA256");
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("SHA-256  reckoned").endsWith("intact\n");
        Path out = folder.resolve("out");
        assertThat(image("read", file, "--offset", 1000, "--bytes", 70_000, "--out", out).code())
                .isZero();
        assertThat(Files.readAllBytes(out)).isEqualTo(Arrays.copyOfRange(media, 1000, 71_000));
    }

    @Test
    void aSpoiltByteIsNamed() throws IOException {
        Path second = folder.resolve("disk.E02");
        byte[] bytes = Files.readAllBytes(second);
        bytes[500_000]++;
        Files.write(second, bytes);
        Ran ran = image("verify", folder.resolve("disk.E01"), "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().get("verdict").asString()).isEqualTo("FAILED");
        JsonNode finding = ran.json().get("findings").get(0);
        assertThat(finding.get("kind").asString()).isEqualTo("CHUNK_DAMAGED");
        assertThat(finding.get("file").asString()).isEqualTo("disk.E02");
        Path out = folder.resolve("out");
        Ran read = image("read", folder.resolve("disk.E01"), "--out", out, "--json");
        assertThat(read.code()).isEqualTo(1);
        assertThat(read.error()).contains("lost, written as zeros");
        assertThat(read.json().get("losses").get(0)).isEqualTo(finding.get("media"));
        assertThat(Files.size(out)).isEqualTo(media.length);
    }

    @Test
    void whatIsNoImageIsRefusedInWords() throws IOException {
        Files.delete(folder.resolve("disk.E02"));
        assertThat(image("verify", folder.resolve("disk.E01")))
                .returns(1, Ran::code)
                .satisfies(ran -> assertThat(ran.error()).contains("segment 2 of disk.E01"));
        assertThat(image("info", folder.resolve("raw")).error()).contains("is no image");
        assertThat(image("info", folder.resolve("absent")).code()).isEqualTo(2);
        assertThat(image("read", folder.resolve("disk.E01"), "--json").code()).isNotZero();
    }
}
