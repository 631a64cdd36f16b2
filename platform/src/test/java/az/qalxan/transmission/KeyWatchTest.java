package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.SignedIn;
import az.qalxan.database.WorkTime;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** No key ends in silence, and no key comes into force by one person alone. */
@PlatformTest
class KeyWatchTest {

    private final ApplicationContext context;
    private final Stage stage;

    @Autowired
    KeyWatchTest(ApplicationContext context) {
        this.context = context;
        this.stage = new Stage(context);
    }

    @Test
    void aKeyIsCalledForBeforeItEndsAndWhenItHas() {
        Partner partner = Partner.admitted(context, Duration.ofDays(40));
        Instant start = Clock.systemUTC().instant();
        lookAt(start);
        assertThat(stage.alarms(partner.code)).isEmpty();
        for (int day : new int[] {11, 34, 39, 41, 42}) {
            lookAt(start.plus(Duration.ofDays(day)));
        }
        assertThat(stage.alarms(partner.code))
                .as("each for both keys, once")
                .containsExactlyInAnyOrder(
                        "ends-30", "ends-30", "ends-7", "ends-7", "ends-1", "ends-1", "expired",
                        "expired");
    }

    private void lookAt(Instant when) {
        WorkTime.run(when, () -> context.getBean(KeyWatch.class).look());
    }

    @Test
    void whoEnteredDoesNotAdmit() {
        Partner partner = Partner.admitted(context);
        Peers peers = context.getBean(Peers.class);
        String address = UUID.randomUUID().toString().substring(0, 8) + "@xarici.example";
        OwnKey key = Partner.key(KeyUsage.TLS, 1, Duration.ofDays(90));
        Peers.PartnerKeyId id = new Peers.PartnerKeyId(partner.code, key.fingerprint());
        SignedIn.run(
                Stage.ADMINISTRATOR,
                () -> {
                    peers.enterKey(
                            "Sınaq",
                            new Peers.KeyForm(
                                    partner.code, "tls", Certificates.pem(key.certificate())));
                    assertThat(
                                    org.assertj.core.api.Assertions.catchThrowable(
                                            () -> peers.decideKey(Stage.ADMINISTRATOR, id, true)))
                            .isInstanceOf(ProblemFound.class);
                });
        Caller other = SignedIn.caller("dtx", az.qalxan.access.Role.ADMINISTRATOR);
        SignedIn.run(other, () -> peers.decideKey(other, id, true));
        assertThat(
                        stage.system(() ->
                                        context.getBean(PartnerKeyStore.class)
                                                .find(partner.code, key.fingerprint()))
                                .orElseThrow()
                                .inForce())
                .isTrue();
        assertThat(address).isNotEmpty();
    }
}
