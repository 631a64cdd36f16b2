package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.ledger.BundleItem;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.ContainerFile;
import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.FileDigest;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.NoteSigner;
import az.qalxan.engines.ledger.Opening;
import az.qalxan.engines.ledger.Stamp;
import az.qalxan.engines.ledger.TransparencyLog;
import az.qalxan.engines.timestamp.TimestampAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan ledger verify} as a court's expert uses it. */
class LedgerVerifyCommandTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final NoteSigner SIGNER =
            NoteSigner.generate(new KeyName("custody.example"), NoteKey.Use.LOG, RANDOM);
    private static final TimestampAuthority AUTHORITY =
            TimestampAuthority.create("Time", Clock.systemUTC(), RANDOM);

    @TempDir Path folder;

    private Path bundle;

    private static Ran verify(Object... words) {
        Object[] all = new Object[words.length + 1];
        all[0] = "verify";
        System.arraycopy(words, 0, all, 1, words.length);
        return Ran.of(new LedgerCommand(), all);
    }

    @BeforeEach
    void export() throws IOException, GeneralSecurityException {
        byte[] bytes = new byte[3_000_000];
        RANDOM.nextBytes(bytes);
        FileDigest digest = FileDigest.of("exhibits/disk.raw", new ByteArrayInputStream(bytes));
        String content =
                "{\"length\":3000000,\"number\":\"0042/3\",\"sha256\":\"" + digest.sha256() + "\"}";
        Opening opening = Opening.salted(content.getBytes(StandardCharsets.UTF_8), RANDOM);
        Entry entry =
                new Entry(
                        new Entry.Kind("exhibit"),
                        UUID.randomUUID(),
                        Instant.parse("2026-11-27T10:15:30.123456Z"),
                        Digest.NONE,
                        opening.digest());
        try (TransparencyLog log =
                TransparencyLog.open(folder.resolve("log"), SIGNER, "custody.example")) {
            log.append(List.of(new byte[] {1}, entry.bytes(), new byte[] {2}));
            BundleItem item =
                    new BundleItem("0042/3", entry, log.proof(1), opening, List.of(digest));
            byte[] checkpoint = log.checkpoint().bytes();
            BundleParts parts =
                    new BundleParts(
                            log.checkpoint(),
                            List.of(SIGNER.key()),
                            List.of(stamp(checkpoint)),
                            List.of(item));
            bundle = folder.resolve("bundle.zip");
            LedgerBundle.write(
                    bundle,
                    parts,
                    List.of(new ContainerFile(digest, () -> new ByteArrayInputStream(bytes))));
        }
    }

    private static Stamp stamp(byte[] covered) throws IOException, GeneralSecurityException {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(covered);
        byte[] query = request.generate(TSPAlgorithms.SHA256, digest).getEncoded();
        return Stamp.of(AUTHORITY.answer(query));
    }

    private Path pem(X509Certificate certificate) throws IOException, GeneralSecurityException {
        return Files.write(folder.resolve("tsa.crt"), certificate.getEncoded());
    }

    @Test
    void everyItemGetsAVerdictAndTheKeysOriginIsSaid()
            throws IOException, GeneralSecurityException {
        Ran inside = verify(bundle);
        assertThat(inside.error()).isEmpty();
        assertThat(inside.code()).isZero();
        assertThat(inside.out())
                .contains("log custody.example, checkpoint over 3 entries")
                .contains("the log's key is known only from this file")
                .contains("valid      exhibit ")
                .contains("proves the file exhibits/disk.raw")
                .contains("whose certificate is known only from the stamp itself")
                .endsWith("VALID\n");
        Ran outside = verify(bundle, "--key", SIGNER.key().text(), "--tsa", pem(AUTHORITY.root()));
        assertThat(outside.code()).isZero();
        assertThat(outside.out())
                .contains("the log's key was given from outside and signed")
                .contains("whose certificate leads to one given with --tsa");
    }

    @Test
    void aStampOfAnotherAuthorityIsNotWhatWasWanted() throws IOException, GeneralSecurityException {
        X509Certificate other = TimestampAuthority.create("X", Clock.systemUTC(), RANDOM).root();
        Ran ran = verify(bundle, "--tsa", pem(other));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("no time stamp leads to a certificate given with --tsa");
    }

    @Test
    void oneFlippedByteIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        byte[] name = "exhibits/disk.raw".getBytes(StandardCharsets.UTF_8);
        int start = indexOf(bytes, name) + name.length;
        while (bytes[start - 1] != name[name.length - 1]) {
            start++;
        }
        bytes[start + 2_222_222] ^= 4;
        Files.write(bundle, bytes);
        Ran ran = verify(bundle);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("NOT VALID  exhibit")
                .containsPattern(
                        "exhibits/disk.raw is not the file that was recorded: exactly byte [0-9,]+"
                                + " was changed")
                .endsWith("NOT VALID\n");
    }

    /** The last place: the header just before the bytes, not the line in the list of files. */
    private static int indexOf(byte[] all, byte[] part) {
        int found = -1;
        int directory = all.length - 2_000;
        for (int i = 0; i < directory; i++) {
            int n = 0;
            while (n < part.length && all[i + n] == part[n]) {
                n++;
            }
            found = n == part.length ? i : found;
        }
        return found;
    }

    @Test
    void programsReadTheVerdictAsJson() {
        Ran ran = verify(bundle, "--json");
        JsonNode json = ran.json();
        assertThat(json.path("valid").asBoolean()).isTrue();
        assertThat(json.path("logKeyKnownFrom").asString()).isEqualTo("BUNDLE");
        assertThat(json.path("items").path(0).path("files").path(0).asString())
                .isEqualTo("exhibits/disk.raw");
        assertThat(json.path("stamps").path(0).path("trusted").asBoolean()).isFalse();
    }

    @Test
    void anotherKeyIsMissedAndWrongUseIsTold() throws IOException {
        NoteKey other =
                NoteSigner.generate(new KeyName("custody.example"), NoteKey.Use.LOG, RANDOM).key();
        Ran missed = verify(bundle, "--key", other.text());
        assertThat(missed.code()).isEqualTo(1);
        assertThat(missed.out()).contains("lacks a signature of the log or of a given key");
        assertThat(verify(bundle, "--key", "x").code()).isEqualTo(2);
        assertThat(verify(folder.resolve("none.zip")).code()).isEqualTo(2);
        Path text = Files.writeString(folder.resolve("text"), "no archive");
        assertThat(verify(text).code()).isEqualTo(1);
    }
}
