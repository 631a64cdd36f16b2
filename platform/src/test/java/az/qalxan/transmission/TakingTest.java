package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.database.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What a partner may say, and what it hears when it says anything else. */
@PlatformTest
class TakingTest {

    private final ConfigurableApplicationContext context;
    private final Stage stage;
    private final List<UUID> taken = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> listener =
            event -> {
                if (event.getPayload() instanceof MessageReceived message) {
                    taken.add(message.id());
                }
            };
    private final UUID conversation = UUID.randomUUID();

    @Autowired
    TakingTest(ConfigurableApplicationContext context) {
        this.context = context;
        this.stage = new Stage(context);
    }

    @BeforeEach
    void listen() {
        context.addApplicationListener(listener);
    }

    @AfterEach
    void stop() {
        context.removeApplicationListener(listener);
    }

    @Test
    void aMessageIsTakenOnceAndItsReplayGetsTheSameReceipt() {
        Partner partner = Partner.admitted(context);
        Manifest word = partner.says(conversation, 1, "salam");
        byte[] frame = partner.frame(word, "salam", partner.sign);
        Taking.Answer first = partner.send(frame);
        Taking.Answer second = partner.send(frame);
        assertThat(Partner.code(first)).isEmpty();
        assertThat(payload(second)).isEqualTo(payload(first));
        assertThat(taken).containsExactly(word.id());
    }

    private static byte[] payload(Taking.Answer answer) {
        return Seal.read(answer.signed()).orElseThrow().payload();
    }

    @Test
    void whatComesBeforeItsTurnWaitsForIt() {
        Partner partner = Partner.admitted(context);
        List<Manifest> words = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            words.add(partner.says(conversation, i, "söz"));
        }
        assertThat(Partner.code(partner.send(words.get(2), "söz"))).isEqualTo("held");
        assertThat(Partner.code(partner.send(words.get(1), "söz"))).isEqualTo("held");
        assertThat(taken).isEmpty();
        assertThat(Partner.code(partner.send(words.get(0), "söz"))).isEmpty();
        assertThat(Partner.code(partner.send(words.get(3), "söz"))).isEmpty();
        assertThat(taken).containsExactlyElementsOf(words.stream().map(Manifest::id).toList());
        assertThat(Partner.code(partner.send(words.get(2), "söz"))).as("its receipt").isEmpty();
    }

    @Test
    void anotherMessageWithTheSameIdOrNumberIsRefused() {
        Partner partner = Partner.admitted(context);
        Manifest word = partner.says(conversation, 1, "bir");
        partner.send(word, "bir");
        Manifest other = partner.says(conversation, 1, "iki");
        assertThat(Partner.code(partner.send(other, "iki"))).isEqualTo("sequence-taken");
        Manifest same = changed(partner.says(conversation, 2, "iki"), word.id());
        assertThat(Partner.code(partner.send(same, "iki"))).isEqualTo("id-reused");
        assertThat(taken).containsExactly(word.id());
        assertThat(stage.alarms(partner.code)).contains("ledgers-differ");
    }

    private static Manifest changed(Manifest one, UUID id) {
        return new Manifest(
                one.v(),
                one.from(),
                one.to(),
                one.speaker(),
                one.addressee(),
                one.conversation(),
                one.sequence(),
                id,
                one.kind(),
                one.sentAt(),
                one.parts());
    }

    @Test
    void aPeerCannotSpeakForAnotherBodyNorInAnothersName() {
        Partner partner = Partner.admitted(context);
        Partner other = Partner.admitted(context);
        Manifest one = partner.says(conversation, 1, "söz");
        Manifest forOther =
                new Manifest(
                        1,
                        one.from(),
                        one.to(),
                        other.body,
                        "dtx",
                        conversation,
                        1,
                        one.id(),
                        one.kind(),
                        one.sentAt(),
                        one.parts());
        assertThat(Partner.code(partner.send(forOther, "söz"))).isEqualTo("speaks-for");
        Manifest asOther = other.says(conversation, 1, "söz");
        assertThat(Partner.code(partner.send(asOther, "söz"))).isEqualTo("wrong-sender");
        assertThat(Partner.code(partner.send(partner.frame(one, "söz", other.sign))))
                .isEqualTo("key-unknown");
        assertThat(taken).isEmpty();
        assertThat(stage.alarms(partner.code))
                .contains("speaks-for", "wrong-sender", "unknown-key");
    }

    @Test
    void whatIsForAnotherInstanceOrForNobodyIsRefused() {
        Partner partner = Partner.admitted(context);
        Manifest one = partner.says(conversation, 1, "söz");
        Manifest elsewhere =
                new Manifest(
                        1,
                        one.from(),
                        UUID.randomUUID(),
                        one.speaker(),
                        "dtx",
                        conversation,
                        1,
                        one.id(),
                        one.kind(),
                        one.sentAt(),
                        one.parts());
        assertThat(Partner.code(partner.send(elsewhere, "söz"))).isEqualTo("wrong-recipient");
        Manifest nobody =
                new Manifest(
                        1,
                        one.from(),
                        one.to(),
                        one.speaker(),
                        "no-such-body",
                        conversation,
                        1,
                        one.id(),
                        one.kind(),
                        one.sentAt(),
                        one.parts());
        assertThat(Partner.code(partner.send(nobody, "söz"))).isEqualTo("unknown-body");
        assertThat(taken).isEmpty();
    }

    @Test
    void partsThatAreNotWhatTheManifestSaysAreRefused() {
        Partner partner = Partner.admitted(context);
        Manifest one = partner.says(conversation, 1, "söz");
        byte[] frame = partner.frame(one, "söz", partner.sign);
        assertThat(Partner.code(partner.send(Arrays.copyOf(frame, frame.length - 1))))
                .isEqualTo("digest");
        assertThat(Partner.code(partner.send(Arrays.copyOf(frame, frame.length + 1))))
                .isEqualTo("malformed");
        byte[] other = frame.clone();
        other[other.length - 3] ^= 1;
        assertThat(Partner.code(partner.send(other))).isEqualTo("digest");
        Manifest huge =
                new Manifest(
                        1,
                        one.from(),
                        one.to(),
                        one.speaker(),
                        "dtx",
                        conversation,
                        1,
                        one.id(),
                        one.kind(),
                        one.sentAt(),
                        List.of(new Manifest.Part("", "application/json", 1 << 30, "00")));
        assertThat(Partner.code(partner.send(huge, "söz"))).isEqualTo("too-large");
        assertThat(Partner.code(partner.send("salam\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("malformed");
        assertThat(taken).isEmpty();
    }

    @Test
    void anExpiredKeyIsRefusedWithAnAlarmAndItsSuccessorGoesOn() {
        Partner partner = Partner.admitted(context, Duration.ofDays(10));
        partner.send(partner.says(conversation, 1, "bir"), "bir");
        OwnKey next = Partner.key(KeyUsage.SIGN, 2, Duration.ofDays(400));
        byte[] said =
                Manifest.write(
                        new KeyRolling.Announced("sign", Certificates.pem(next.certificate())));
        Contents contents = new Contents(said, List.of());
        UUID apart = UUID.randomUUID();
        Manifest one = partner.says(apart, 1, "");
        Manifest announced =
                new Manifest(
                        1,
                        one.from(),
                        one.to(),
                        one.speaker(),
                        "dtx",
                        apart,
                        1,
                        one.id(),
                        KeyRolling.KIND,
                        one.sentAt(),
                        Frame.parts(contents));
        String signed = Seal.sign(Manifest.write(announced), Seal.MESSAGE, partner.sign);
        assertThat(Partner.code(partner.send(Frame.write(signed, contents)))).isEmpty();
        Manifest two = partner.says(conversation, 2, "iki");
        WorkTime.run(
                Clock.systemUTC().instant().plus(Duration.ofDays(11)),
                () -> {
                    assertThat(Partner.code(partner.send(two, "iki"))).isEqualTo("key-expired");
                    assertThat(Partner.code(partner.send(partner.frame(two, "iki", next))))
                            .isEmpty();
                });
        assertThat(stage.alarms(partner.code)).contains("expired-used", "announced");
        assertThat(taken).hasSize(3);
    }

    @Test
    void aListenerThatFailsLeavesTheMessageWithItsSender() {
        Partner partner = Partner.admitted(context);
        Manifest word = partner.says(conversation, 1, "söz");
        ApplicationListener<PayloadApplicationEvent<?>> broken =
                event -> {
                    if (event.getPayload() instanceof MessageReceived message
                            && message.id().equals(word.id())) {
                        throw new IllegalStateException("planned");
                    }
                };
        context.addApplicationListener(broken);
        try {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> partner.send(word, "söz")))
                    .hasMessage("planned");
        } finally {
            context.removeApplicationListener(broken);
        }
        taken.clear();
        assertThat(Partner.code(partner.send(word, "söz"))).isEmpty();
        assertThat(taken).containsExactly(word.id());
    }
}
