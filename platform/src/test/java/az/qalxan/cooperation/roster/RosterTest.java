package az.qalxan.cooperation.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.access.Accounts;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.cooperation.OnDuty;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Shifts and hand-over notes through the pages. */
@PlatformTest
class RosterTest {

    private static final String WORDS = "Səbəb sınaq üçün yazılıb.";

    @Autowired MockMvc mvc;
    @Autowired Accounts accounts;
    @Autowired OnDuty roster;

    private MockHttpServletResponse post(Caller caller, String path, String... fields)
            throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(Caller caller, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(SignedIn.as(caller)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String field(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneId.of("Asia/Baku"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @Test
    void aShiftIsEnteredByTheCoordinatorSeenByTheBodyAndNeverDeleted() throws Exception {
        Caller keeper = SignedIn.caller("dtx", Role.COORDINATOR);
        Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
        TestAccount person = SignedIn.account(accounts, "dtx", Role.DUTY_OFFICER);
        Instant now = Instant.now();
        String[] fields = {
            "account",
            person.id().toString(),
            "post",
            "officer",
            "from",
            field(now.minusSeconds(3_600)),
            "until",
            field(now.plusSeconds(36_000)),
            "address",
            "novbe@example.org",
            "phone",
            "+994 12 000 00 00"
        };
        assertThat(post(officer, "/duty/roster", fields).getStatus()).isEqualTo(403);
        assertThat(post(keeper, "/duty/roster", fields).getStatus()).isEqualTo(302);
        String name = "Sınaq " + person.username();
        assertThat(page(officer, "/duty/roster")).contains(name).doesNotContain("??");
        assertThat(onDuty(now)).anyMatch(one -> one.name().equals(name));
        assertThat(page(SignedIn.caller("din", Role.DUTY_OFFICER), "/duty/roster"))
                .doesNotContain(name);
        String page = page(keeper, "/duty/roster");
        int at = page.indexOf("/duty/roster/", page.indexOf(name));
        String cancel = page.substring(at, page.indexOf('"', at));
        assertThat(post(keeper, cancel, "reason", WORDS).getStatus()).isEqualTo(302);
        assertThat(onDuty(now)).noneMatch(one -> one.name().equals(name));
        assertThat(page(keeper, "/duty/roster")).contains(name, WORDS);
    }

    private java.util.List<OnDuty.Person> onDuty(Instant now) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> roster.at(new BodyCode("dtx"), "officer", now));
    }

    @Test
    void aNoteIsAcceptedOnceByAnotherPerson() throws Exception {
        Caller leaving = SignedIn.caller("dtx", Role.DUTY_OFFICER);
        Caller coming = SignedIn.caller("dtx", Role.DUTY_OFFICER);
        assertThat(page(leaving, "/duty/notes")).doesNotContain("??");
        String place =
                String.valueOf(
                        post(leaving, "/duty/notes", "words", "Ankaraya zəng edin.")
                                .getHeader("Location"));
        assertThat(page(coming, place)).contains("Ankaraya zəng edin.").doesNotContain("??");
        assertThat(post(leaving, place + "/accept").getStatus()).isEqualTo(409);
        assertThat(post(coming, place + "/accept", "remark", "Aydındır.").getStatus())
                .isEqualTo(302);
        assertThat(post(coming, place + "/accept").getStatus()).isEqualTo(409);
        assertThat(page(leaving, place)).contains("Aydındır.");
        Caller stranger = SignedIn.caller("din", Role.DUTY_OFFICER);
        assertThat(page(stranger, place)).doesNotContain("Ankaraya");
    }
}
