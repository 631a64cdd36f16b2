package az.qalxan.strategy.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Pages, files and the interface of rankings as coordinators and programs meet them. */
@PlatformTest
class RankingPagesTest {

    @Autowired MockMvc web;
    @Autowired ApiClients clients;
    @Autowired Results results;

    private final Caller one = SignedIn.caller("rinn", Role.COORDINATOR);
    private final Caller other = SignedIn.caller("xritdx", Role.COORDINATOR);

    private String propose() throws Exception {
        return Objects.requireNonNull(
                web.perform(
                                post("/strategy/rankings/evidence")
                                        .with(SignedIn.as(one))
                                        .with(csrf())
                                        .param("kind", "document")
                                        .param("title", "=Sınaq sənədi")
                                        .param("reference", "№ 5")
                                        .param("dated", "2026-05-05")
                                        .param("freshMonths", "24")
                                        .param("owner", "rinn")
                                        .param("answer-gci:2024:2.1", "full")
                                        .param("answer-ncsi:3:9.1", "full"))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    @Test
    void everyPageIsThereInBothLanguages() throws Exception {
        String piece = propose();
        for (String page :
                List.of(
                        "/strategy/rankings",
                        "/strategy/rankings/gci",
                        "/strategy/rankings/ncaf",
                        "/strategy/rankings/gci/2020",
                        "/strategy/rankings/gci/2024",
                        "/strategy/rankings/ncsi/2",
                        "/strategy/rankings/ncsi/3",
                        "/strategy/rankings/ncaf/2.0",
                        "/strategy/rankings/ncsi/3/11.6",
                        "/strategy/rankings/ncaf/2.0/1.1",
                        "/strategy/rankings/evidence",
                        "/strategy/rankings/evidence?state=waiting&kind=document&owner=rinn",
                        "/strategy/rankings/evidence?text=yoxdur-bele",
                        "/strategy/rankings/evidence/new?question=gci:2024:2.1",
                        "/strategy/rankings/results/import",
                        piece)) {
            for (String language : List.of("az", "en")) {
                String sign = page.contains("?") ? "&" : "?";
                web.perform(get(page + sign + "lang=" + language).with(SignedIn.as(other)))
                        .andExpect(status().isOk())
                        .andExpect(result ->
                                assertThat(result.getResponse().getContentAsString())
                                        .as(page)
                                        .doesNotContain("??"));
            }
        }
        for (String page :
                List.of(
                        "/strategy/rankings/xyz",
                        "/strategy/rankings/gci/1900",
                        "/strategy/rankings/gci/2024/9.9",
                        "/strategy/rankings/evidence/999999999")) {
            web.perform(get(page).with(SignedIn.as(other))).andExpect(status().isNotFound());
        }
    }

    @Test
    void theTargetOfTheStrategyLeadsToRankings() throws Exception {
        web.perform(get("/strategy/coverage?lang=en").with(SignedIn.as(other)))
                .andExpect(content().string(containsString("GCI 93.76 (2024)")));
    }

    @Test
    void whoMayOnlyReadNeitherProposesNorDecides() throws Exception {
        Caller reader = SignedIn.caller("din", Role.INVESTIGATOR);
        String piece = propose();
        web.perform(get(piece).with(SignedIn.as(reader))).andExpect(status().isOk());
        web.perform(post(piece + "/approve").with(SignedIn.as(reader)).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(get("/strategy/rankings/evidence/new").with(SignedIn.as(reader)))
                .andExpect(status().isForbidden());
        web.perform(get("/strategy/rankings/results/import").with(SignedIn.as(one)))
                .andExpect(status().isForbidden());
        web.perform(get("/strategy/rankings")).andExpect(status().is3xxRedirection());
    }

    @Test
    void aWrongFormKeepsWhatWasTyped() throws Exception {
        web.perform(
                        post("/strategy/rankings/evidence")
                                .with(SignedIn.as(one))
                                .with(csrf())
                                .param("kind", "link")
                                .param("title", "Yazdığım ad")
                                .param("reference", "heç nə"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Yazdığım ad")));
    }

    @Test
    void filesGuardAgainstFormulas() throws Exception {
        String piece = propose();
        web.perform(post(piece + "/approve").with(SignedIn.as(other)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/strategy/rankings/evidence.csv").with(SignedIn.as(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("'=Sınaq sənədi")));
        web.perform(get("/strategy/rankings/ncsi/3/questions.csv").with(SignedIn.as(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("11.6")));
    }

    @Test
    void programsReadScoresAsRanges() throws Exception {
        String token = SignedIn.token(clients, "xritdx", Role.COORDINATOR);
        web.perform(
                        get("/api/strategy/rankings/gci/2024")
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.expected.of").value(100.0))
                .andExpect(jsonPath("$.expected.assumption").value("equal"))
                .andExpect(jsonPath("$.groups.length()").value(5));
        web.perform(
                        post("/api/strategy/rankings/evidence")
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"fields": {"kind": "clause", "title": "Konvensiya",
                                          "reference": "BUDAPEST-185", "owner": "xin"},
                                         "answers": {"ncsi:3:11.3": "full"}}
                                        """))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$[0].state").value("open"))
                .andExpect(jsonPath("$[0].answers['ncsi:3:11.3']").value("full"));
        web.perform(
                        post("/api/strategy/rankings/evidence")
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().is(422));
    }

    @Test
    void resultsAreImportedWholeAndVerifiedByAnotherPerson() throws Exception {
        String head = "ranking,edition,published,line,value,source\n";
        web.perform(
                        post("/strategy/rankings/results/import")
                                .with(SignedIn.as(other))
                                .with(csrf())
                                .param("act", "keep")
                                .param(
                                        "text",
                                        head
                                                + "ncsi,3,2025-02-02,score,71.5,itu.int\n"
                                                + "ncsi,3,2025-02-02,rank,x,\n"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("nowrap\">3</th>")));
        assertThat(imported()).isEmpty();
        web.perform(
                        post("/strategy/rankings/results/import")
                                .with(SignedIn.as(other))
                                .with(csrf())
                                .param("act", "keep")
                                .param("text", head + "ncsi,3,2025-02-02,score,71.67,itu.int\n"))
                .andExpect(status().is3xxRedirection());
        Published kept = imported().getFirst();
        assertThat(kept.verified()).isFalse();
        String verify =
                "/strategy/rankings/results/"
                        + Objects.requireNonNull(kept.entered()).id()
                        + "/verify";
        web.perform(post(verify).with(SignedIn.as(other)).with(csrf()))
                .andExpect(status().isConflict());
        web.perform(post(verify).with(SignedIn.as(one)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(imported().getFirst().verified()).isTrue();
    }

    private List<Published> imported() {
        return ActingAs.call(one.identity(), results::all).stream()
                .filter(each -> each.on().toString().equals("2025-02-02"))
                .toList();
    }
}
