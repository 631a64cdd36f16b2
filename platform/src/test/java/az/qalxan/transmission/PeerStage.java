package az.qalxan.transmission;

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
