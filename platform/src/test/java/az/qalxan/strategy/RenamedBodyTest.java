package az.qalxan.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.directory.Directory;
import az.qalxan.web.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An executor is renamed, or dissolved, in the middle of the plan. */
@PlatformTest
class RenamedBodyTest {

    private static final BodyCode CUSTOMS = new BodyCode("dgk");

    @Autowired MockMvc mvc;
    @Autowired Plans plans;
    @Autowired Directory directory;
    @Autowired BodyNames names;

    private final Caller coordinator = SignedIn.caller("dtx", Role.COORDINATOR);

    @Test
    void theOldAcronymIsStillUnderstoodAndTheNewNameIsSaid() throws Exception {
        List<PlanMeasure> before = measures();
        assertThat(before).isNotEmpty();
        String id = renamed("2025-01-01");
        try {
            assertThat(measures()).extracting(PlanMeasure::code).isEqualTo(codes(before));
            PlanBody body = executor();
            assertThat(body.acronym()).as("as printed").isEqualTo("DGK");
            assertThat(body.current()).isEqualTo("DGA");
            assertThat(body.renamed()).isTrue();
            assertThat(
                            directory
                                    .names()
                                    .on(CUSTOMS, LocalDate.of(2024, 12, 31))
                                    .orElseThrow()
                                    .acronym())
                    .isEqualTo("DGK");
            assertThat(
                            directory
                                    .names()
                                    .on(CUSTOMS, LocalDate.of(2025, 1, 1))
                                    .orElseThrow()
                                    .acronym())
                    .isEqualTo("DGA");
            assertThat(names.acronym(CUSTOMS, Language.AZ)).isEqualTo("DGA");
            assertThat(page("/strategy/bodies/dgk?lang=en"))
                    .contains("The plan prints DGK; the body is called DGA now");
            assertThat(page("/directory/dgk?lang=en")).contains("Customs Agency", "DGK");
        } finally {
            assertThat(step("/directory/dgk/names/" + id + "/withdraw")).isEqualTo(302);
        }
        assertThat(executor().renamed()).isFalse();
        assertThat(names.acronym(CUSTOMS, Language.AZ)).isEqualTo("DGK");
    }

    @Test
    void aNameOfTheFutureIsNotSaidYet() throws Exception {
        String id = renamed("2099-01-01");
        try {
            assertThat(executor().renamed()).isFalse();
        } finally {
            assertThat(step("/directory/dgk/names/" + id + "/withdraw")).isEqualTo(302);
        }
    }

    @Test
    void aDissolvedBodyIsShownWithItsSuccessorAndNothingOfItIsLost() throws Exception {
        assertThat(step("/directory/dgk/dissolve", "since", "2025-06-01", "successor", "in"))
                .isEqualTo(302);
        try {
            PlanBody.Ended ended = executor().ended();
            assertThat(ended)
                    .isEqualTo(new PlanBody.Ended(LocalDate.of(2025, 6, 1), new BodyCode("in")));
            assertThat(page("/strategy/bodies/dgk?lang=en"))
                    .contains("was dissolved on 1 June 2025", "Its successor: in");
            assertThat(step("/directory/dgk/dissolve", "since", "2026-01-01")).isEqualTo(409);
        } finally {
            assertThat(step("/directory/dgk/dissolve/withdraw")).isEqualTo(302);
        }
        assertThat(executor().ended()).isNull();
        assertThat(step("/directory/dgk/dissolve", "since", "2026-01-01", "successor", "dgk"))
                .as("nobody succeeds itself")
                .isEqualTo(422);
    }

    @Test
    void onlyWhoKeepsTheDirectoryRenames() throws Exception {
        MockHttpServletRequestBuilder renaming =
                post("/directory/dgk/names")
                        .param("since", "2025-01-01")
                        .param("acronym", "X")
                        .param("nameAz", "Sınaq adı")
                        .param("nameEn", "Test name");
        assertThat(
                        mvc.perform(
                                        renaming.with(SignedIn.as("din", Role.DUTY_OFFICER))
                                                .with(csrf()))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(403);
    }

    private String renamed(String since) throws Exception {
        int status =
                step(
                        "/directory/dgk/names",
                        "since",
                        since,
                        "acronym",
                        "DGA",
                        "nameAz",
                        "Dövlət Gömrük Agentliyi",
                        "nameEn",
                        "State Customs Agency");
        assertThat(status).isEqualTo(302);
        Matcher place =
                Pattern.compile("/directory/dgk/names/([0-9a-f-]{36})/withdraw")
                        .matcher(page("/directory/dgk"));
        assertThat(place.find()).isTrue();
        return place.group(1);
    }

    private List<PlanMeasure> measures() {
        return plans.current().orElseThrow().of(CUSTOMS);
    }

    private static List<Object> codes(List<PlanMeasure> measures) {
        return measures.stream().map(one -> (Object) one.code()).toList();
    }

    private PlanBody executor() {
        return measures().getFirst().executors().stream()
                .filter(one -> CUSTOMS.equals(one.body()))
                .findAny()
                .orElseThrow();
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(SignedIn.as(coordinator)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int step(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request.with(SignedIn.as(coordinator)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
