package az.qalxan.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.container.ContainerWriter;
import az.qalxan.engines.container.Progress;
import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESAnalyzer;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.ManifestEntry;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of ours as programs of others judge them. */
class DetachedSigningTest {

    private static final Instant NOW = Instant.parse("2026-11-27T20:00:00Z");

    @TempDir Path folder;

    private final DetachedSigning signing = new DetachedSigning(TrialKey.make(NOW));

    private Path container() throws IOException {
        Path file = folder.resolve("one.asice");
        try (WritableByteChannel out = open(file)) {
            ContainerWriter writer = new ContainerWriter(out, Progress.NONE);
            writer.put("files/a.txt", "text/plain", "abc".getBytes(UTF_8));
            writer.put("report-az.pdf", "application/pdf", new byte[100_000]);
            writer.finish(manifest -> signing.sign(manifest, NOW));
        }
        return file;
    }

    private static WritableByteChannel open(Path file) throws IOException {
        return Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static AdvancedSignature read(Path file) {
        ASiCContainerWithCAdESAnalyzer analyzer =
                new ASiCContainerWithCAdESAnalyzer(new FileDocument(file.toFile()));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        List<AdvancedSignature> signatures = analyzer.getSignatures();
        assertThat(signatures).hasSize(1);
        assertThat(analyzer.getContainerType()).hasToString("ASiC-E");
        signatures.getFirst().checkSignatureIntegrity();
        return signatures.getFirst();
    }

    @Test
    void theLibraryOfTheUnionFindsTheSignatureIntactAndEveryFileUnchanged() throws IOException {
        AdvancedSignature signature = read(container());
        assertThat(signature.getSignatureCryptographicVerification().isSignatureIntact()).isTrue();
        assertThat(signature.getSigningCertificateToken().getCertificate())
                .isEqualTo(signing.key().certificate());
        assertThat(signature.getSigningTime()).isEqualTo(NOW);
        assertThat(signature.getManifestFile().getEntries())
                .extracting(ManifestEntry::getUri)
                .containsExactly("files/a.txt", "report-az.pdf", "SHA256SUMS");
        assertThat(signature.getManifestFile().getEntries())
                .allMatch(ManifestEntry::isFound)
                .allMatch(ManifestEntry::isIntact);
    }

    @Test
    void aSignatureIsWorthNothingOverOtherFiles() throws IOException {
        byte[] signature;
        try (ZipFile zip = new ZipFile(container().toFile())) {
            signature =
                    zip.getInputStream(zip.getEntry("META-INF/signature001.p7s")).readAllBytes();
        }
        Path forged = folder.resolve("forged.asice");
        try (WritableByteChannel out = open(forged)) {
            ContainerWriter writer = new ContainerWriter(out, Progress.NONE);
            writer.put("files/a.txt", "text/plain", "abd".getBytes(UTF_8));
            writer.finish(manifest -> signature);
        }
        assertThat(read(forged).getSignatureCryptographicVerification().isSignatureIntact())
                .isFalse();
    }

    @Test
    void opensslVerifiesItAndRefusesAChangedList() throws IOException, InterruptedException {
        Path file = container();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : List.of("ASiCManifest001.xml", "signature001.p7s")) {
                Files.write(
                        folder.resolve(name),
                        zip.getInputStream(zip.getEntry("META-INF/" + name)).readAllBytes());
            }
        }
        Files.writeString(folder.resolve("signer.pem"), pem());
        assertThat(openssl()).isZero();
        Files.writeString(
                folder.resolve("ASiCManifest001.xml"),
                Files.readString(folder.resolve("ASiCManifest001.xml")).replace("a.txt", "b.txt"));
        assertThat(openssl()).isNotZero();
    }

    private String pem() throws IOException {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(signing.key().certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private int openssl() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                ("openssl cms -verify -binary -inform DER -in signature001.p7s"
                                                + " -content ASiCManifest001.xml -CAfile signer.pem"
                                                + " -purpose any -no_check_time -out /dev/null")
                                        .split(" "))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile())
                        .start();
        return process.waitFor();
    }
}
