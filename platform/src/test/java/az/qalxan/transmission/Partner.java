package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Another instance whose keys and words are in the test's hands. */
final class Partner {

    final String code = "p-" + UUID.randomUUID().toString().substring(0, 8);
    final String body = code + "-24-7";
    final UUID instance = UUID.randomUUID();
    final OwnKey tls;
    final OwnKey sign;
    private final ApplicationContext context;

    private Partner(ApplicationContext context, Duration lasting) {
        this.context = context;
        this.tls = key(KeyUsage.TLS, 1, lasting);
        this.sign = key(KeyUsage.SIGN, 1, lasting);
    }

    /** A partner with keys that last that long, admitted by two people. */
    static Partner admitted(ApplicationContext context, Duration lasting) {
        Partner partner = new Partner(context, lasting);
        new Stage(context)
                .admit(
                        new PeerForm(
                                partner.code,
                                "Sınaq " + partner.code,
                                partner.instance.toString(),
                                "https://localhost:1",
                                partner.body,
                                Certificates.pem(partner.tls.certificate()),
                                Certificates.pem(partner.sign.certificate())));
        return partner;
    }

    static Partner admitted(ApplicationContext context) {
        return admitted(context, Duration.ofDays(400));
    }

    static OwnKey key(KeyUsage usage, int number, Duration lasting) {
        SecureRandom random = new SecureRandom();
        try {
            KeyPair pair = Certificates.curvePair(random);
            Instant now = Clock.systemUTC().instant();
            return new OwnKey(
                    usage,
                    number,
                    pair.getPrivate(),
                    Certificates.selfSigned(
                            pair, new Certificates.Wanted("Test", "", now, lasting), random));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What the partner says, to be changed before it is signed. */
    Manifest says(UUID conversation, int sequence, String text) {
        return new Manifest(
                Manifest.VERSION,
                instance,
                context.getBean(InstanceKeys.class).instance(),
                body,
                "dtx",
                conversation,
                sequence,
                UUID.randomUUID(),
                "test.word",
                Clock.systemUTC().instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                Frame.parts(contents(text)));
    }

    static Contents contents(String text) {
        return new Contents(
                ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8), List.of());
    }

    Taking.Answer send(Manifest manifest, String text) {
        return send(frame(manifest, text, sign));
    }

    byte[] frame(Manifest manifest, String text, OwnKey key) {
        return Frame.write(Seal.sign(Manifest.write(manifest), Seal.MESSAGE, key), contents(text));
    }

    Taking.Answer send(byte[] frame) {
        try {
            return context.getBean(Taking.class).take(peer(), new ByteArrayInputStream(frame));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Peer peer() {
        return new Stage(context).system(() -> context.getBean(Peers.class).find(code));
    }

    Correspondence with(UUID conversation) {
        return new Correspondence(code, new BodyCode("dtx"), new BodyCode(body), conversation);
    }

    /** The code of a refusal, {@code held}, or empty for a receipt. */
    static String code(Taking.Answer answer) {
        Seal.Claimed signed = Seal.read(answer.signed()).orElseThrow();
        return signed.type().equals(Seal.RECEIPT)
                ? ""
                : Manifest.read(signed.payload(), Manifest.Answer.class).orElseThrow().code();
    }
}
