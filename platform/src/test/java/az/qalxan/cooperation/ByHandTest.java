package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;

/** Deliveries by hand from a request's page: history, proof, and clocks from when it happened. */
@PlatformTest
class ByHandTest {

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final Caller prosecutor = SignedIn.caller("bp", Role.PROSECUTOR);
    private final LocalDateTime yesterday =
            LocalDateTime.ofInstant(Clock.systemUTC().instant(), Point.BAKU)
                    .minusDays(1)
                    .truncatedTo(ChronoUnit.MINUTES);

    @Autowired AutowireCapableBeanFactory beans;
    private DutyStage stage;

    @BeforeEach
    void begin() {
        stage = beans.createBean(DutyStage.class);
    }

    private String draft() throws Exception {
        String place =
                stage.post(
                                officer,
                                "/duty/requests",
                                "kind",
                                "preservation",
                                "direction",
                                "out",
                                "state",
                                "TR",
                                "authority",
                                "Ankara 24/7",
                                "data",
                                "Qutu " + UUID.randomUUID())
                        .getHeader("Location");
        String at = Objects.requireNonNull(place);
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private MockHttpServletResponse deliver(
            String number, String effect, LocalDateTime at, String words) throws Exception {
        return stage.answer(
                officer,
                number,
                "deliveries",
                "effect",
                effect,
                "direction",
                "out",
                "way",
                "courier",
                "partner",
                "Ankara 24/7",
                "person",
                "Kuryer Sınaq",
                "at",
                at.toString(),
                "words",
                words,
                "reference",
                "TR-77");
    }

    private Instant moment(String column, String number) {
        return Instant.parse(
                stage.texts(
                                """
                                select to_char(%s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                                from cooperation.request where number = :it
                                """
                                        .formatted(column),
                                number)
                        .getFirst());
    }

    @Test
    void whatWasServedAgainstAReceiptCountsFromThatMoment() throws Exception {
        String number = draft();
        assertThat(deliver(number, "served", yesterday, "Zərf möhürlü verildi.").getStatus())
                .isEqualTo(302);
        Instant at = yesterday.atZone(Point.BAKU).toInstant();
        assertThat(stage.state(number)).isEqualTo("confirmed");
        assertThat(moment("sent_at", number)).isEqualTo(at);
        assertThat(moment("confirmed_at", number)).isEqualTo(at);
        String page = stage.page(officer, "/duty/requests/" + number);
        assertThat(page)
                .contains("Əldən verilmə qeyd olundu", "Zərf möhürlü verildi.", "TR-77")
                .doesNotContain("??");
        assertThat(stage.page(officer, "/duty/requests/" + number + "/conversation"))
                .contains("Kuryer Sınaq", "kuryer")
                .doesNotContain("??");
    }

    @Test
    void sendingAndReceiptMayBeTwoDeliveries() throws Exception {
        String number = draft();
        deliver(number, "sent", yesterday, "Poçta verildi.");
        assertThat(stage.state(number)).isEqualTo("sent");
        assertThat(deliver(number, "confirmed", yesterday.minusHours(1), "Alındı.").getStatus())
                .as("nothing is received before it was sent")
                .isEqualTo(409);
        assertThat(deliver(number, "confirmed", yesterday.plusHours(3), "Alındı.").getStatus())
                .isEqualTo(302);
        assertThat(moment("confirmed_at", number))
                .isEqualTo(yesterday.plusHours(3).atZone(Point.BAKU).toInstant());
    }

    @Test
    void whatDoesNotFitTheStateIsRefusedAndNothingIsRecorded() throws Exception {
        String number = stage.enter(officer, "preservation");
        assertThat(deliver(number, "sent", yesterday, "Bu gedə bilməz.").getStatus())
                .isEqualTo(422);
        assertThat(
                        stage.number(
                                "select count(*) from transmission.hand_delivery"
                                        + " where subject_id = :it",
                                number))
                .isZero();
        assertThat(deliver(number, "none", yesterday, "Əsli gəldi.").getStatus()).isEqualTo(302);
        assertThat(stage.state(number)).isEqualTo("received");
    }

    @Test
    void whoMayNotSeeTheRequestCannotTieAnythingToIt() throws Exception {
        String number = draft();
        MockHttpServletResponse answer =
                stage.post(
                        SignedIn.caller("din", Role.DUTY_OFFICER),
                        "/duty/requests/" + number + "/deliveries",
                        "version",
                        "0",
                        "effect",
                        "none",
                        "way",
                        "post",
                        "partner",
                        "Ankara",
                        "person",
                        "Kimsə",
                        "at",
                        yesterday.toString(),
                        "words",
                        "Gizli");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(
                        stage.post(
                                        prosecutor,
                                        "/duty/requests/" + number + "/deliveries",
                                        "version",
                                        "0")
                                .getStatus())
                .isEqualTo(403);
    }
}
