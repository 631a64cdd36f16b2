package az.qalxan.transmission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.context.ApplicationContext;

/** Pairs two instances in tests of other modules. */
public record PeerStage(ApplicationContext context) {

    /** What an instance tells its partner when they are paired, as one line. */
    public String card() {
        InstanceKeys keys = context.getBean(InstanceKeys.class);
        return String.join(
                ":",
                keys.instance().toString(),
                base64(Certificates.pem(keys.of(KeyUsage.TLS).getFirst().certificate())),
                base64(Certificates.pem(keys.of(KeyUsage.SIGN).getFirst().certificate())));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Enters a partner and admits it, by two people. */
    public void admit(String code, String card, String address, String body) {
        String[] parts = card.split(":");
import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** An instance of tests that run more than one. */
public record PeerStage(ApplicationContext context) {

    /** Two people enter and admit the instance that introduces itself so. */
    public void admit(String code, PeerDesk.Introduction other) {
        new Stage(context)
                .admit(
                        new PeerForm(
                                code,
                                "Sınaq " + code,
                                parts[0],
                                address,
                                body,
                                text(parts[1]),
                                text(parts[2])));
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
                                other.name(),
                                other.instance(),
                                other.address(),
                                String.join(" ", other.bodies()),
                                other.tls(),
                                other.sign()));
    }

    /** Queues a message between the bodies {@code dtx} of both instances. */
    public void send(String peer, UUID conversation, String text) {
        BodyCode dtx = new BodyCode("dtx");
        Envelope envelope =
                new Envelope(
                        new Correspondence(peer, dtx, dtx, conversation),
                        new Guard(Handling.AMBER, null),
                        "test.word",
                        UUID.randomUUID(),
                        Partner.contents(text));
        new Stage(context).system(() -> context.getBean(Dispatch.class).send(envelope));
    }
}
