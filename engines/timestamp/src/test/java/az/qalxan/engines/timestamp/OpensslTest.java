package az.qalxan.engines.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.BundleTrust;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.NoteSigner;
import az.qalxan.engines.ledger.Stamp;
import az.qalxan.engines.ledger.StampCheck;
import az.qalxan.engines.ledger.TransparencyLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL, which shares nothing with us, judges our stamps and signatures, and we its stamps. */
class OpensslTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    private final NoteSigner signer =
            NoteSigner.generate(new KeyName("log.example"), NoteKey.Use.LOG, RANDOM);
    private Checkpoint checkpoint;

    @BeforeEach
    void log() throws IOException {
        try (TransparencyLog log =
                TransparencyLog.open(folder.resolve("log"), signer, "log.example")) {
            log.append("an entry".getBytes(StandardCharsets.UTF_8));
            checkpoint = log.checkpoint();
        }
        Files.write(folder.resolve("checkpoint"), checkpoint.bytes());
    }

    private record Ran(int code, String told) {}

    private Ran openssl(String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 1];
        command[0] = "openssl";
        System.arraycopy(words, 0, command, 1, words.length);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), told);
    }

    private void pem(String name, X509Certificate certificate)
            throws IOException, CertificateEncodingException {
        byte[] lines = "\n".getBytes(StandardCharsets.US_ASCII);
        String text = Base64.getMimeEncoder(64, lines).encodeToString(certificate.getEncoded());
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void opensslVerifiesOurStamp()
            throws IOException, InterruptedException, CertificateEncodingException {
        TimestampAuthority own = TimestampAuthority.create("Own", Clock.systemUTC(), RANDOM);
        Files.write(folder.resolve("1.tsr"), TimestampTest.stamp(own, checkpoint.bytes()).bytes());
        pem("root.pem", own.root());
        String[] verify = {"ts", "-verify", "-in", "1.tsr", "-data", "checkpoint", "-CAfile"};
        String[] known = Arrays.copyOf(verify, verify.length + 1);
        known[verify.length] = "root.pem";
        Ran ran = openssl(known);
        assertThat(ran.told()).contains("Verification: OK");
        assertThat(ran.code()).isZero();
        pem("root.pem", TimestampAuthority.create("X", Clock.systemUTC(), RANDOM).root());
        assertThat(openssl(known).code()).isNotZero();
        pem("root.pem", own.root());
        Files.writeString(folder.resolve("checkpoint"), "another");
        assertThat(openssl(known).code()).isNotZero();
    }

    @Test
    void weVerifyTheStampOfOpenssl()
            throws IOException, InterruptedException, CertificateException {
        Files.writeString(
                folder.resolve("tsa.cnf"),
                """
                [tsa]
                default_tsa = own
                [own]
                serial = serial
                signer_cert = tsa.pem
                certs = tsa.pem
                signer_key = tsa.key
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256
                ess_cert_id_alg = sha256
                [extensions]
                extendedKeyUsage = critical,timeStamping
                keyUsage = critical,digitalSignature
                [request]
                distinguished_name = name
                [name]
                """);
        Files.writeString(folder.resolve("serial"), "01\n");
        assertThat(
                        openssl(
                                "req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 2 -subj /CN=openssl -config tsa.cnf -extensions extensions"
                                        .split(" ")))
                .extracting(Ran::code)
                .isEqualTo(0);
        openssl("ts -query -data checkpoint -sha256 -cert -out 1.tsq".split(" "));
        Ran ran = openssl("ts -reply -queryfile 1.tsq -config tsa.cnf -out 1.tsr".split(" "));
        assertThat(ran.code()).as(ran.told()).isZero();
        X509Certificate certificate;
        try (var in = Files.newInputStream(folder.resolve("tsa.pem"))) {
            certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        Stamp stamp = Stamp.of(Files.readAllBytes(folder.resolve("1.tsr")));
        StampCheck.Genuine genuine =
                Timestamp.verify(checkpoint.bytes(), stamp, List.of(certificate)).orElseThrow();
        assertThat(genuine.by()).isEqualTo("CN=openssl");
        assertThat(genuine.trusted()).isTrue();
        assertThat(standAlone(stamp).told()).contains("by CN=openssl").endsWith("\nVALID\n");
    }

    /** The verdict of tools/verify on a bundle with that stamp, with which the engine agrees. */
    private Ran standAlone(Stamp stamp) throws IOException, InterruptedException {
        Path bundle = folder.resolve("bundle.zip");
        BundleParts parts =
                new BundleParts(checkpoint, List.of(signer.key()), List.of(stamp), List.of());
        LedgerBundle.write(bundle, parts, List.of());
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                Path.of("../../tools/verify/Verify.java").toString(),
                                bundle.toString())
                        .redirectErrorStream(true)
                        .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Ran ran = new Ran(process.waitFor(), told);
        BundleTrust trust = new BundleTrust(List.of(), new Timestamp(List.of()));
        assertThat(LedgerBundle.verify(bundle, trust).valid()).isEqualTo(ran.code() == 0);
        return ran;
    }

    @Test
    void theStandAloneVerifierReadsStampsToo() throws IOException, InterruptedException {
        TimestampAuthority own = TimestampAuthority.create("Own", Clock.systemUTC(), RANDOM);
        Stamp good = TimestampTest.stamp(own, checkpoint.bytes());
        assertThat(standAlone(good).told()).contains("by CN=Own").endsWith("\nVALID\n");
        Stamp other = TimestampTest.stamp(own, new byte[] {1});
        assertThat(standAlone(other).told()).contains("covers other bytes").endsWith("NOT VALID\n");
    }

    /** As docs/operating/verify-by-hand.md tells it. */
    @Test
    void opensslVerifiesTheSignatureOnACheckpoint() throws IOException, InterruptedException {
        String note = new String(checkpoint.bytes(), StandardCharsets.UTF_8);
        int gap = note.lastIndexOf("\n\n");
        Files.writeString(folder.resolve("text"), note.substring(0, gap + 1));
        String line = note.substring(gap + 2).strip();
        byte[] signature = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        Files.write(
                folder.resolve("signature"), Arrays.copyOfRange(signature, 4, signature.length));
        byte[] typed = Base64.getDecoder().decode(signer.key().text().split("\\+", 3)[2]);
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] der = Arrays.copyOf(head, head.length + 32);
        System.arraycopy(typed, 1, der, head.length, 32);
        Files.write(folder.resolve("key.der"), der);
        String[] verify =
                "pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in text -sigfile signature"
                        .split(" ");
        Ran ran = openssl(verify);
        assertThat(ran.told()).contains("Signature Verified Successfully");
        assertThat(ran.code()).isZero();
        Files.writeString(folder.resolve("text"), "log.example\n2\n");
        assertThat(openssl(verify).code()).isNotZero();
    }
}
