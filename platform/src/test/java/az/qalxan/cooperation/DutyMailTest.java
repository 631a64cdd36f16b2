package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/** A ladder's message from the request to the mailbox of whoever is on duty, by a real server. */
@PlatformTest
class DutyMailTest {

    private static final long ARRIVES_MILLIS = 60_000;

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final String address =
            "novbe-" + UUID.randomUUID().toString().substring(0, 8) + "@qalxan.example";
    private final UUID shift = UUID.randomUUID();
    private final DutyStage stage;
    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final DutyMail mail;
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    DutyMailTest(
            MockMvc mvc,
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            Rounds rounds,
            DutyMail mail) {
        this.stage = new DutyStage(mvc, jdbc, manager);
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.mail = mail;
    }

    private static final List<String> SETTINGS =
            List.of("address", "smtp.host", "smtp.port", "smtp.tls");

    private void configure() {
        server.start();
        Map.of(
                        "address", "qalxan@qalxan.example",
                        "smtp.host", "127.0.0.1",
                        "smtp.port", String.valueOf(server.getSmtp().getPort()),
                        "smtp.tls", "none")
                .forEach((name, value) -> System.setProperty("qalxan.mail." + name, value));
    }

    @AfterEach
    void leave() {
        SETTINGS.forEach(name -> System.clearProperty("qalxan.mail." + name));
        stage.system(() ->
                jdbc.sql(
                                """
                                update cooperation.shift set cancelled_at = now(),
                                  cancelled_by = 'test', reason = 'test' where id = :id
                                """)
                        .param("id", shift)
                        .update());
        server.stop();
    }

    private void onDuty(String to) {
        stage.system(() ->
                jdbc.sql(
                                """
                                insert into cooperation.shift (id, body, post, account, name,
                                  address, phone, starts_at, ends_at, entered_at, entered_by)
                                values (:id, 'dtx', 'officer', :account, 'Sınaq Növbətçi', :address,
                                  '', now() - interval '1 hour', now() + interval '1 hour', now(),
                                  'test')
                                """)
                        .param("id", shift)
                        .param("account", shift.toString())
                        .param("address", to)
                        .update());
    }

    private String told() throws Exception {
        String number = stage.enter(officer, "preservation");
        rounds.go(java.time.Clock.systemUTC().instant());
        mail.carry();
        return number;
    }

    private List<String> states(String number) {
        return stage.texts(
                """
                select n.state || ' ' || n.detail from cooperation.notice n
                join cooperation.request r on r.id = n.request_id
                where r.number = :it and n.account <> ''
                  and n.name = 'Sınaq Növbətçi' order by n.at
                """,
                number);
    }

    @Test
    void whoeverIsOnDutyGetsOneMailAndTheRequestSaysSo() throws Exception {
        configure();
        onDuty(address);
        String number = told();
        assertThat(server.waitForIncomingEmail(ARRIVES_MILLIS, 1)).isTrue();
        for (int wait = 0; wait < 100 && !states(number).contains("sent "); wait++) {
            Thread.sleep(100);
        }
        assertThat(states(number)).contains("sent ");
        assertThat(
                        List.of(server.getReceivedMessages()).stream()
                                .filter(one -> header(one, "Subject").contains(number))
                                .map(one -> header(one, "Message-ID")))
                .as("each mail about this request came once; %s", states(number))
                .doesNotHaveDuplicates()
                .hasSizeBetween(1, states(number).size());
        assertThat(stage.page(officer, "/duty/requests/" + number))
                .contains("məktub göndərilib")
                .doesNotContain("??");
    }

    private static String header(jakarta.mail.internet.MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, " ");
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMessageThatCannotGoShowsOnTheDesk() throws Exception {
        onDuty("otaq 5");
        String number = told();
        assertThat(states(number)).contains("failed no-address");
        assertThat(untold()).contains(number, "Sınaq Növbətçi").doesNotContain("??");
        stage.step(officer, number, "acknowledge");
        assertThat(untold()).doesNotContain(number);
    }

    /** The desk's box of messages that did not arrive. */
    private String untold() throws Exception {
        String desk = stage.page(officer, "/duty");
        int from = desk.indexOf("id=\"untold\"");
        return from < 0 ? "" : desk.substring(from, desk.indexOf("</section>", from));
    }
}
