package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.database.WorkTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * An instance that is its own peer, so that both ends of every conversation lie in one database;
 * the way between them loses, repeats, reorders and is cut off at any point.
 */
@PlatformTest
class DeliveryPropertyTest {

    private static final int ROUNDS = 6;
    private static final int MESSAGES = 12;
    private static final int CONVERSATIONS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(20);

    private final ConfigurableApplicationContext context;
    private final Stage stage;
    private final Map<UUID, List<UUID>> taken = new HashMap<>();
    private Instant now = Clock.systemUTC().instant();

    @Autowired
    DeliveryPropertyTest(ConfigurableApplicationContext context) {
        this.context = context;
        this.stage = new Stage(context);
    }

    /** Ends the program where it stands, as far as its transactions are concerned. */
    private static final class Killed extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    /** A way on which anything may happen. */
    private final class Bad implements Wire {

        private final Random random;
        private final List<byte[]> past = new ArrayList<>();

        Bad(Random random) {
            this.random = random;
        }

        @Override
        public Reply send(Peer peer, byte[] frame) {
            past.add(frame);
            int fate = random.nextInt(10);
            if (fate == 0) {
                return new Reply.Unanswered("unreachable", "");
            }
            if (fate == 1) {
                throw new Killed();
            }
            if (fate == 2) {
                arrive(peer, past.get(random.nextInt(past.size())));
            }
            String answer = arrive(peer, frame);
            return switch (fate) {
                case 3 -> new Reply.Unanswered("slow", "");
                case 4 -> throw new Killed();
                case 5 -> new Reply.Answered(arrive(peer, frame));
                case 6 -> new Reply.Answered(arrive(peer, past.get(random.nextInt(past.size()))));
                case 7 -> new Reply.Answered(answer.substring(0, answer.length() / 2));
                default -> new Reply.Answered(answer);
            };
        }

        private String arrive(Peer peer, byte[] frame) {
            try {
                return context.getBean(Taking.class)
                        .take(peer, new ByteArrayInputStream(frame))
                        .signed();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Notes what commits, and is killed now and then in the midst of taking. */
    private ApplicationListener<PayloadApplicationEvent<?>> listener(Random random) {
        return event -> {
            if (event.getPayload() instanceof MessageReceived message) {
                if (random.nextInt(8) == 0) {
                    throw new Killed();
                }
                UUID conversation = message.with().conversation();
                TransactionSynchronizationManager.registerSynchronization(
                        new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                taken.computeIfAbsent(conversation, id -> new ArrayList<>())
                                        .add(message.id());
                            }
                        });
            }
            if (event.getPayload() instanceof MessageReceipted && random.nextInt(8) == 0) {
                throw new Killed();
            }
        };
    }

    @Test
    void bothEndsHoldTheSameWhateverHappensBetweenThem() {
        long seed = System.nanoTime();
        System.out.println("DeliveryPropertyTest seed " + seed);
        Random random = new Random(seed);
        String peer = self();
        for (int round = 0; round < ROUNDS; round++) {
            Map<UUID, List<UUID>> sent = send(peer, random);
            run(peer, random);
            for (UUID conversation : sent.keySet()) {
                assertThat(taken.get(conversation))
                        .as("seed %d, round %d: each once, in order", seed, round)
                        .isEqualTo(sent.get(conversation));
                ConversationStore ledger = context.getBean(ConversationStore.class);
                assertThat(stage.system(() -> ledger.end(peer, conversation, "out")))
                        .as("seed %d, round %d: both ledgers", seed, round)
                        .isEqualTo(stage.system(() -> ledger.end(peer, conversation, "in")))
                        .extracting(ConversationStore.End::sequence)
                        .isEqualTo(sent.get(conversation).size());
            }
        }
    }

    /** This instance as its own peer; there is one in a database. */
    private String self() {
        InstanceKeys keys = context.getBean(InstanceKeys.class);
        PeerStore peers = context.getBean(PeerStore.class);
        return stage.system(peers::all).stream()
                .filter(peer -> peer.instance().equals(keys.instance()))
                .map(Peer::code)
                .findFirst()
                .orElseGet(this::enterSelf);
    }

    private String enterSelf() {
        String code = "self-" + UUID.randomUUID().toString().substring(0, 8);
        PeerDesk.Introduction own =
                stage.system(() -> context.getBean(PeerDesk.class).introduction());
        stage.admit(
                new PeerForm(
                        code,
                        "Özümüz",
                        own.instance(),
                        "https://localhost:1",
                        "dtx",
                        own.tls(),
                        own.sign()));
        return code;
    }

    private Map<UUID, List<UUID>> send(String peer, Random random) {
        Map<UUID, List<UUID>> sent = new HashMap<>();
        List<UUID> conversations = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            conversations.add(UUID.randomUUID());
        }
        for (int i = 0; i < MESSAGES; i++) {
            UUID conversation = conversations.get(random.nextInt(CONVERSATIONS));
            UUID id = UUID.randomUUID();
            // The body of this end and of the other is the same, since both are this instance.
            Correspondence with =
                    new Correspondence(
                            peer, new BodyCode("dtx"), new BodyCode("dtx"), conversation);
            Contents contents = Partner.contents("söz " + i);
            stage.system(() ->
                    context.getBean(Dispatch.class)
                            .send(
                                    new Envelope(
                                            with,
                                            new Guard(Handling.AMBER, null),
                                            "test.word",
                                            id,
                                            contents)));
            sent.computeIfAbsent(conversation, one -> new ArrayList<>()).add(id);
        }
        return sent;
    }

    private void run(String peer, Random random) {
        Delivery delivery = context.getBean(Delivery.class);
        Bad wire = new Bad(random);
        var listener = listener(random);
        context.addApplicationListener(listener);
        try {
            int idle = 0;
            while (idle < 2) {
                idle = step(delivery, peer, wire) == Delivery.Step.NOTHING_DUE ? idle + 1 : 0;
                now = now.plus(PAUSE);
            }
        } finally {
            context.removeApplicationListener(listener);
        }
    }

    private Delivery.Step step(Delivery delivery, String peer, Wire wire) {
        Delivery.Step[] step = {Delivery.Step.LATER};
        try {
            WorkTime.run(now, () -> step[0] = delivery.step(peer, wire));
        } catch (Killed e) {
            step[0] = Delivery.Step.LATER;
        }
        return step[0];
    }

    /** The next key is announced under the present one and used from the receipt on. */
    @Test
    void theNextSigningKeyIsUsedWhenThePeerKnowsIt() {
        String peer = self();
        Peer self = stage.system(() -> context.getBean(Peers.class).find(peer));
        OwnIdentity identity = context.getBean(OwnIdentity.class);
        KeyRolling rolling = context.getBean(KeyRolling.class);
        OwnKey before = stage.system(() -> identity.towards(self, KeyUsage.SIGN));
        OwnKey next = stage.system(() -> rolling.roll(KeyUsage.SIGN));
        assertThat(stage.system(() -> identity.towards(self, KeyUsage.SIGN)).fingerprint())
                .isEqualTo(before.fingerprint());
        stage.system(() -> {
            identity.untold(self, KeyUsage.SIGN).forEach(key -> rolling.announce(key, self));
            return true;
        });
        Wire good =
                (to, frame) -> {
                    try {
                        return new Wire.Reply.Answered(
                                context.getBean(Taking.class)
                                        .take(to, new ByteArrayInputStream(frame))
                                        .signed());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                };
        assertThat(context.getBean(Delivery.class).step(peer, good))
                .isEqualTo(Delivery.Step.DELIVERED);
        assertThat(stage.system(() -> identity.towards(self, KeyUsage.SIGN)).fingerprint())
                .isEqualTo(next.fingerprint());
        assertThat(stage.alarms(peer)).contains("announced");
        send(peer, new Random(1));
        assertThat(context.getBean(Delivery.class).step(peer, good))
                .isEqualTo(Delivery.Step.DELIVERED);
    }
}
