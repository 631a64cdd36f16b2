package az.qalxan.engines.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerWriterTest {

    /** SHA-256 of {@code abc} (FIPS 180-4). */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    private Path written(Path file) throws IOException {
        try (WritableByteChannel out = open(file)) {
            ContainerWriter writer = new ContainerWriter(out, Progress.NONE);
            writer.put("files/a.txt", "text/plain", "abc".getBytes(UTF_8));
            writer.put("files/b.bin", "application/octet-stream", new byte[3_000_000]);
            writer.finish(manifest -> ("signed " + manifest.length).getBytes(UTF_8));
        }
        return file;
    }

    @Test
    void theFirstBytesSayWhatItIs() throws IOException {
        byte[] bytes = Files.readAllBytes(written(folder.resolve("one.asice")));
        assertThat(new String(bytes, 30, 8, UTF_8)).isEqualTo("mimetype");
        assertThat(new String(bytes, 38, 31, UTF_8)).isEqualTo(ContainerWriter.MEDIA_TYPE);
    }

    @Test
    void everyReaderOfZipReadsIt() throws IOException {
        Path file = written(folder.resolve("one.asice"));
        List<String> streamed = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
                in.readAllBytes();
                streamed.add(one.getName());
            }
        }
        assertThat(streamed)
                .containsExactly(
                        "mimetype",
                        "files/a.txt",
                        "files/b.bin",
                        "SHA256SUMS",
                        "META-INF/ASiCManifest001.xml",
                        "META-INF/signature001.p7s");
        assertThat(text(file, "SHA256SUMS")).startsWith(ABC + "  files/a.txt\n").hasLineCount(2);
        assertThat(text(file, "META-INF/signature001.p7s"))
                .isEqualTo("signed " + text(file, "META-INF/ASiCManifest001.xml").length());
    }

    @Test
    void theManifestNamesEveryFileOnce() throws IOException {
        String manifest =
                text(written(folder.resolve("one.asice")), "META-INF/ASiCManifest001.xml");
        assertThat(manifest)
                .contains("<asic:SigReference URI=\"META-INF/signature001.p7s\"")
                .contains("URI=\"files/a.txt\" MimeType=\"text/plain\"")
                .contains("<ds:DigestValue>ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=<")
                .contains("URI=\"SHA256SUMS\"")
                .doesNotContain("URI=\"mimetype\"");
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        assertThat(written(folder.resolve("one.asice")))
                .hasSameBinaryContentAs(written(folder.resolve("two.asice")));
    }

    @Test
    void contentWithAnotherSumIsNoContent() throws IOException {
        Sum abc = Sum.of("abc".getBytes(UTF_8));
        for (String other : List.of("ab", "abcd", "abd", "")) {
            ContainerWriter writer = new ContainerWriter(nowhere(), Progress.NONE);
            assertThatThrownBy(() ->
                            writer.put(
                                    "a",
                                    "text/plain",
                                    abc,
                                    () -> new ByteArrayInputStream(other.getBytes(UTF_8))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void pathsLeadNowhereElse() throws IOException {
        ContainerWriter writer = new ContainerWriter(nowhere(), Progress.NONE);
        writer.put("a", "text/plain", new byte[0]);
        assertThat(
                        List.of(
                                "a",
                                "../a",
                                "/a",
                                "b/",
                                "ə",
                                "a b",
                                "",
                                ".a",
                                "SHA256SUMS",
                                "mimetype",
                                "META-INF/x",
                                "b".repeat(201)))
                .allSatisfy(path ->
                        assertThatThrownBy(() -> writer.put(path, "text/plain", new byte[0]))
                                .isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> writer.put("b", "text/<plain>", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyNameHasASafeOne() {
        assertThat(Member.safeName("Çıxarış №3 (ə).pdf")).isEqualTo("Cixaris__3__e_.pdf");
        assertThat(List.of("", "..", "../../etc/passwd", "-rf", "😀", "x".repeat(9_999), "\n"))
                .allSatisfy(
                        name -> assertThat(Member.isPath("a/" + Member.safeName(name))).isTrue());
    }

    @Test
    void progressIsToldAndMayGiveUp() throws IOException {
        List<Long> told = new ArrayList<>();
        Progress progress =
                bytes -> {
                    told.add(bytes);
                    if (bytes > 2_000_000) {
                        throw new IOException("enough");
                    }
                };
        ContainerWriter writer = new ContainerWriter(nowhere(), progress);
        byte[] much = new byte[9_000_000];
        assertThatThrownBy(() -> writer.put("a", "text/plain", much)).hasMessage("enough");
        assertThat(told).isSorted().hasSizeLessThan(6);
    }

    private static WritableByteChannel nowhere() {
        return Channels.newChannel(OutputStream.nullOutputStream());
    }

    private static WritableByteChannel open(Path file) throws IOException {
        return Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static String text(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        }
    }
}
