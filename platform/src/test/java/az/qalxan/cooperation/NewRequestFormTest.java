package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.directory.PointsAbroad;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The form of a new request: filled from the directory, and not lost. */
@PlatformTest
class NewRequestFormTest {

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final Caller colleague = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final MockHttpSession session = new MockHttpSession();

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired PointsAbroad points;
    @Autowired MockMvc mvc;
    private DutyStage stage;

    @BeforeEach
    void begin() {
        stage = beans.createBean(DutyStage.class);
    }

    private PointsAbroad.Point point(String state) {
        return ActingAs.call(officer.identity(), () -> points.show(state)).getFirst();
    }

    @Test
    void theChosenStatesPointsAreShownWithWhatTheyAreWorth() throws Exception {
        PointsAbroad.Point point = point("TR");
        String part = stage.page(officer, "/duty/basis?kind=preservation&state=TR&direction=in");
        assertThat(part)
                .contains(point.name().az(), "hx-swap-oob", point.id().toString())
                .contains("BUDAPEST-185")
                .doesNotContain("??");
        if (point.standing().equals("never")) {
            assertThat(part).contains("yoxlanmayıb");
        }
        assertThat(stage.page(officer, "/duty/basis?kind=preservation&state=JP&direction=in"))
                .contains("kataloqda əlaqə nöqtəsi yoxdur")
                .doesNotContain(point.id().toString(), "??");
    }

    @Test
    void aChosenPointFillsTheFieldsAndStandsInTheHistory() throws Exception {
        PointsAbroad.Point point = point("TR");
        String form =
                stage.post(
                                officer,
                                "/duty/new",
                                "kind",
                                "preservation",
                                "direction",
                                "out",
                                "state",
                                "TR",
                                "data",
                                "Bu mətn itməməlidir",
                                "contact",
                                point.id().toString())
                        .getContentAsString();
        assertThat(form)
                .contains(
                        "value=\"" + point.name().az() + "\"",
                        "value=\"" + point.there().getZone().getId() + "\"",
                        "Bu mətn itməməlidir")
                .doesNotContain("??");
        String number = stage.enter(officer, "preservation", "chosen", point.id().toString());
        assertThat(stage.page(officer, "/duty/requests/" + number))
                .contains("Əlaqə nöqtəsi kataloqdan götürülüb", point.name().az())
                .doesNotContain("??");
    }

    @Test
    void aPointOfAnotherStateIsNotTaken() throws Exception {
        PointsAbroad.Point point = point("KZ");
        String form =
                stage.post(officer, "/duty/new", "state", "TR", "contact", point.id().toString())
                        .getContentAsString();
        assertThat(form).doesNotContain("value=\"" + point.name().az() + "\"");
        String number = stage.enter(officer, "preservation", "chosen", point.id().toString());
        assertThat(stage.page(officer, "/duty/requests/" + number))
                .doesNotContain("kataloqdan götürülüb");
    }

    private String asked(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String form(Caller caller) throws Exception {
        return asked(caller, MockMvcRequestBuilders.get("/duty/new"));
    }

    private void type(String words) throws Exception {
        asked(
                officer,
                MockMvcRequestBuilders.post("/duty/new/draft")
                        .param("kind", "content")
                        .param("state", "TR")
                        .param("data", words));
    }

    @Test
    void whatWasTypedIsBackUntilItIsDiscardedOrEntered() throws Exception {
        String words = "Yarımçıq " + UUID.randomUUID();
        type(words);
        assertThat(form(officer)).contains(words, "bərpa olundu").doesNotContain("??");
        asked(officer, MockMvcRequestBuilders.post("/duty/new/discard"));
        assertThat(form(officer)).doesNotContain(words);
        type(words);
        asked(
                officer,
                MockMvcRequestBuilders.post("/duty/requests")
                        .param("kind", "content")
                        .param("direction", "in")
                        .param("state", "TR")
                        .param("authority", "Sınaq")
                        .param("data", words));
        assertThat(form(officer)).doesNotContain(words);
    }

    @Test
    void nobodyElseSeesADraftAndNoOtherCaseGetsIt() throws Exception {
        String words = "Yarımçıq " + UUID.randomUUID();
        type(words);
        assertThat(form(colleague)).doesNotContain(words);
        assertThat(stage.page(officer, "/duty/new")).doesNotContain(words);
        asked(
                officer,
                MockMvcRequestBuilders.post("/duty/new/draft")
                        .param("case", "K-2026-0000001")
                        .param("data", "İş üzrə " + words));
        assertThat(form(officer)).doesNotContain(words);
    }
}
