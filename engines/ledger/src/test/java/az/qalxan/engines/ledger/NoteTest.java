package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Notes, keys, checkpoints and cosignatures in their texts. */
@NullMarked
class NoteTest {

    /** The example of golang.org/x/mod/sumdb/note, which the standard grew out of. */
    private static final String KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void theExampleOfTheReferenceImplementationVerifies() {
        NoteKey key = NoteKey.parse(KEY).orElseThrow();
        SignedNote note = note(NOTE);
        NoteSignature signature = note.signatures().getFirst();
        assertThat(key.text()).isEqualTo(KEY);
        assertThat(key.signed(signature)).isTrue();
        assertThat(Cosigning.verify(note, signature, key)).isPresent();
        SignedNote other = note(NOTE.replace("answer", "Answer"));
        assertThat(Cosigning.verify(other, signature, key)).isEmpty();
        assertThat(new String(note.bytes(), StandardCharsets.UTF_8)).isEqualTo(NOTE);
    }

    @Test
    void whatIsNoKeyIsNotRead() {
        for (String text :
                List.of(
                        "",
                        "PeterNeumann",
                        KEY.replace("c74f20a3", "c74f20a4"),
                        KEY.replace("c74f20a3", "C74F20A3"),
                        KEY.replace("PeterNeumann", "Peter Neumann"),
                        KEY + "A",
                        KEY.replace("+ARpc", "+Axpc"),
                        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")) {
            assertThat(NoteKey.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatIsNoCheckpointIsNotRead() {
        String root = TreeHash.OF_NOTHING.base64();
        String signature = NOTE.substring(NOTE.indexOf('\u2014'));
        assertThat(read("a.example\n0\n" + root + "\n\n" + signature)).isTrue();
        assertThat(read("a.example\n0\n" + root + "\nextension\n\n" + signature)).isTrue();
        for (String text :
                List.of(
                        "a.example\n0\n" + root + "\n",
                        "a.example\n0\n" + root + "\n\n",
                        "a.example\n0\n" + root + "\n\n" + signature + "x",
                        "\n0\n" + root + "\n\n" + signature,
                        "a.example\n00\n" + root + "\n\n" + signature,
                        "a.example\n-1\n" + root + "\n\n" + signature,
                        "a.example\n9223372036854775808\n" + root + "\n\n" + signature,
                        "a.example\n1\n" + root.replace('=', 'A') + "\n\n" + signature,
                        "a.example\r\n1\n" + root + "\n\n" + signature,
                        "a.example\n1\n" + root + "\n\n\n" + signature,
                        "a.example\n1\n" + root + "\n\n" + signature.replace('\u2014', '-'))) {
            assertThat(read(text)).as(text).isFalse();
        }
    }

    private static boolean read(String text) {
        return Checkpoint.parse(text.getBytes(StandardCharsets.UTF_8)).isPresent();
    }

    @Test
    void signaturesCountByTheirKeysAndForgedOnesSpoilAll() {
        NoteSigner witness = Keys.signer("witness.example/w1", NoteKey.Use.WITNESS);
        Instant at = Instant.parse("2026-11-27T10:15:30Z");
        Checkpoint plain = Checkpoint.signed(Keys.ORIGIN, TreeHead.OF_NOTHING, Keys.LOG);
        Checkpoint both = plain.with(List.of(witness.cosign(plain.note(), at)));
        Checkpoint again = Checkpoint.parse(both.bytes()).orElseThrow();
        List<NoteKey> keys = List.of(Keys.LOG.key(), witness.key());
        assertThat(again.trust(keys))
                .isEqualTo(
                        new Trust.Verified(
                                List.of(
                                        new Trust.Signed(keys.getFirst(), null),
                                        new Trust.Signed(keys.getLast(), at))));
        assertThat(again.trust(keys).witnesses()).isEqualTo(1);
        assertThat(again.trust(List.of()).byLog()).isFalse();

        NoteSignature stolen = witness.cosign(note(NOTE), at);
        assertThat(plain.with(List.of(stolen)).trust(keys)).isInstanceOf(Trust.Forged.class);
    }

    @Test
    void aKeyIsReadBackOnlyByItsOwnText() {
        NoteSigner signer = Keys.LOG;
        NoteSigner read = NoteSigner.parse(signer.text(), signer.key()).orElseThrow();
        Checkpoint signed = Checkpoint.signed(Keys.ORIGIN, TreeHead.OF_NOTHING, read);
        assertThat(signed.trust(List.of(signer.key())).byLog()).isTrue();
        NoteKey other = Keys.signer(Keys.ORIGIN, NoteKey.Use.LOG).key();
        assertThat(NoteSigner.parse(signer.text(), other)).isEmpty();
        assertThat(signer.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void spoiltBytesGetAnAnswerAndComeBackAsTheyWere() {
        long seed = new Random().nextLong();
        System.out.println("NoteTest: seed " + seed);
        Random random = new Random(seed);
        byte[] proof =
                new LogProof(
                                5,
                                List.of(TreeHash.OF_NOTHING, TreeHash.OF_NOTHING),
                                Checkpoint.signed(
                                        Keys.ORIGIN,
                                        new TreeHead(7, TreeHash.OF_NOTHING),
                                        Keys.LOG))
                        .bytes();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = proof.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) "\n 0\u00e2+=x".charAt(random.nextInt(7));
            }
            anyBytesGetAnAnswer(bytes);
        }
    }

    @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "2m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) {
        if (bytes == null) {
            return;
        }
        Checkpoint.parse(bytes).ifPresent(read -> assertThat(read.bytes()).isEqualTo(bytes));
        LogProof.parse(bytes)
                .ifPresent(read ->
                        assertThat(LogProof.parse(read.bytes()).orElseThrow().hashes())
                                .isEqualTo(read.hashes()));
        EntryBundle.parse(bytes, 0);
        WitnessRequest.parse(bytes);
        NoteKey.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
