package az.qalxan.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Standing;
import az.qalxan.web.CsvDownload;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** The pages, files and interface of the law as visitors, lawyers and programs meet them. */
@PlatformTest
class LawPagesTest {

    @Autowired MockMvc web;
    @Autowired Law law;
    @Autowired LawShelf shelf;
    @Autowired Proposals proposals;
    @Autowired ApiClients clients;

    private final Caller lawyer = SignedIn.caller("en", Role.LAWYER);
    private final Caller second = SignedIn.caller("dtx", Role.LAWYER);

    @Test
    void visitorsReadTheLawOnEveryPage() throws Exception {
        for (String page :
                List.of(
                        "/law",
                        "/law?q=qanunsuz&on=2020-05-01",
                        "/law/instruments/BUDAPEST-185",
                        "/law/instruments/BUDAPEST-185?on=2005-01-01&known=2200-01-01",
                        "/law/matrix",
                        "/law/matrix?treaty=UN-2024",
                        "/law/cells/AZ/BUDAPEST-185:2",
                        "/law/gaps",
                        "/law/compare?a=AZ&b=TR",
                        "/law/compare?a=AZ&b=AZ&on=2009-01-01&on2=2026-01-01&only=1",
                        "/law/assessments",
                        "/law/standards",
                        "/law/data",
                        "/law/rows/provision/BUDAPEST-185:29(7)",
                        "/law/rows/instrument/UN-2024")) {
            web.perform(get(page).param("lang", "en"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
            web.perform(get(page).param("lang", "az"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        for (String page : List.of("/law/review", "/law/recommendations", "/law/propose")) {
            web.perform(get(page)).andExpect(status().is3xxRedirection());
        }
        for (String page :
                List.of(
                        "/law/instruments/NONE",
                        "/law/matrix?treaty=NONE",
                        "/law/cells/AZ/NONE:1",
                        "/law/cells/nowhere/BUDAPEST-185:2",
                        "/law/rows/nothing/x",
                        "/law/rows/source/NONE",
                        "/law/data/nothing.csv")) {
            web.perform(get(page)).andExpect(status().isNotFound());
        }
        web.perform(get("/law/matrix?known=2020-01-01"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("2020-01-01")));
        web.perform(get("/law?on=yesterday")).andExpect(status().isBadRequest());
        web.perform(get("/law?known=never")).andExpect(status().isBadRequest());
    }

    /** Wherever an unverified fact stands, the words stand beside it. */
    @Test
    void whateverNobodyVerifiedSaysSo() throws Exception {
        for (Held<Mapping> cell : shelf.now().of(Mapping.class)) {
            if (cell.citation().standing() == Standing.UNVERIFIED
                    && cell.fact().treaty().instrument().equals("BUDAPEST-185")) {
                web.perform(
                                get(
                                        "/law/cells/{state}/{clause}",
                                        cell.fact().state().code(),
                                        cell.fact().treaty().toString()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("təsdiqlənməyib")));
            }
        }
        web.perform(get("/law/rows/provision/BUDAPEST-185:2"))
                .andExpect(content().string(containsString("təsdiqlənməyib")));
        web.perform(get("/law/matrix"))
                .andExpect(content().string(containsString("təsdiqlənməyib")));
        web.perform(get("/law/standards"))
                .andExpect(content().string(containsString("ASİ reyestrindən doldurulmalıdır")));
    }

    @Test
    void theMatrixHasEveryCellOfTheSourceAndEightteenPlacesStandEmpty() throws Exception {
        web.perform(get("/api/law/matrix/BUDAPEST-185"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cells.length()").value(72))
                .andExpect(
                        jsonPath("$.cells[?(@.state == 'AZ' && @.article == '2')].fit")
                                .value("FULL"));
        web.perform(get("/api/law/matrix/UN-2024"))
                .andExpect(jsonPath("$.cells.length()").value(84));
        web.perform(get("/api/law/standards"))
                .andExpect(jsonPath("$.length()").value(18))
                .andExpect(jsonPath("$[0].standard.designation").value(""));
    }

    @Test
    void whatTheUnConventionAddsIsWhatBudapestLacks() throws Exception {
        String page =
                web.perform(get("/law/gaps").param("lang", "en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String added = page.substring(page.indexOf("id=\"added\""));
        assertThat(added)
                .contains("UN-2024:15", "UN-2024:16", "UN-2024:17", "UN-2024:20")
                .doesNotContain("UN-2024:7\"", "UN-2024:25\"");
    }

    @Test
    void filesCarryTagsAndNoFormula() throws Exception {
        @Nullable String tag =
                web.perform(get("/law/data/mapping.json"))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Cache-Control", containsString("public")))
                        .andReturn()
                        .getResponse()
                        .getHeader(HttpHeaders.ETAG);
        web.perform(get("/law/data/mapping.json").header(HttpHeaders.IF_NONE_MATCH, there(tag)))
                .andExpect(status().isNotModified());
        for (FactKind kind : FactKind.values()) {
            web.perform(get("/law/data/{kind}.csv", kind.code())).andExpect(status().isOk());
        }
        String id = "=T-" + UUID.randomUUID();
        Proposal.Change change =
                new Proposal.Change(
                        new LineKey(FactKind.SOURCE, id),
                        Proposal.Act.NEW,
                        az.qalxan.engines.law.Period.ALWAYS,
                        FactJson.write(
                                new az.qalxan.engines.law.Source(id, "=cmd|' /C calc'!A0", "")),
                        null);
        record(change);
        String csv =
                web.perform(get("/law/data/source.csv"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(csv.lines().filter(line -> line.contains(id)))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("'=T-"));
        assertThat(CsvDownload.isFormula("=x")).isTrue();
    }

    private UUID record(Proposal.Change change) {
        UUID id =
                ActingAs.call(
                        lawyer.identity(),
                        () -> proposals.propose(change, "Sınaq üçün əsas", lawyer));
        ActingAs.run(second.identity(), () -> proposals.approve(id, "", second));
        return id;
    }

    /** The same address gives the same answer although the law changed in between. */
    @Test
    void aLastingAddressStaysAsItWas() throws Exception {
        Instant before = Instant.now().minusMillis(5);
        String address = "/law/data/source.json?on=2026-11-27&known=" + before;
        String first = web.perform(get(address)).andReturn().getResponse().getContentAsString();
        String id = "T-" + UUID.randomUUID();
        record(
                new Proposal.Change(
                        new LineKey(FactKind.SOURCE, id),
                        Proposal.Act.NEW,
                        az.qalxan.engines.law.Period.ALWAYS,
                        FactJson.write(new az.qalxan.engines.law.Source(id, "Yeni", "")),
                        null));
        assertThat(web.perform(get(address)).andReturn().getResponse().getContentAsString())
                .isEqualTo(first);
        assertThat(
                        web.perform(get("/law/data/source.json"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains(id);
        assertThat(law.book(before).source(id)).isEmpty();
        assertThat(law.book().source(id)).isPresent();
        assertThat(law.calendar().rules().state().code()).isEqualTo("AZ");
    }

    @Test
    void aLawyerProposesByFormAndAnotherApproves() throws Exception {
        String edition = "T" + UUID.randomUUID().toString().substring(0, 6);
        String origin = "ISO/IEC " + edition;
        @Nullable String place =
                web.perform(
                                post("/law/propose")
                                        .param("kind", "edition")
                                        .param("act", "new")
                                        .param("f.origin", origin)
                                        .param("f.edition", edition)
                                        .param("f.supersedes", "2013")
                                        .param("f.citation.standing", "UNVERIFIED")
                                        .param("f.citation.sources", "QALXAN-SOCIETY")
                                        .param("reason", "Sınaq nəşri əlavə olunur")
                                        .with(SignedIn.as(lawyer))
                                        .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        web.perform(get(there(place)).with(SignedIn.as(lawyer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(origin)));
        web.perform(post(there(place) + "/approve").with(SignedIn.as(lawyer)).with(csrf()))
                .andExpect(status().isConflict());
        web.perform(post(there(place) + "/approve").with(SignedIn.as(second)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(
                        post("/law/propose")
                                .param("kind", "standard")
                                .param("key", "07")
                                .param("act", "change")
                                .param("f.designation", "AZS 00000")
                                .param("f.title", "Sınaq standartı")
                                .param("f.origin", origin)
                                .param("f.edition", "2013")
                                .param("f.adoption", "IDENTICAL")
                                .param("f.citation.standing", "UNVERIFIED")
                                .param("f.citation.sources", "QALXAN-SOCIETY")
                                .param("reason", "Sınaq üçün yer doldurulur")
                                .with(SignedIn.as(lawyer))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        StandardSlot slot =
                new StandardSlot(
                        "x",
                        1,
                        "AZS 0",
                        "Sınaq",
                        origin.toLowerCase(Locale.ROOT),
                        "2013",
                        StandardSlot.Adoption.IDENTICAL,
                        null,
                        null,
                        "",
                        "",
                        "",
                        shelf.now().of(StandardSlot.class).getFirst().citation());
        LawView view = TestViews.of(shelf.now());
        assertThat(StandardsPage.of(view).newerThan(slot)).hasValue(edition);
    }

    @Test
    void aFormSaysEverythingThatIsWrong() throws Exception {
        web.perform(
                        post("/law/propose")
                                .param("kind", "mapping")
                                .param("act", "new")
                                .param("f.treaty", ":2")
                                .param("reason", "qısa")
                                .with(SignedIn.as(lawyer))
                                .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("class=\"errors\"")))
                .andExpect(content().string(not(containsString("??"))));
        for (FactKind kind : FactKind.values()) {
            for (Proposal.Act act : Proposal.Act.values()) {
                int answer =
                        web.perform(
                                        get("/law/propose")
                                                .param("kind", kind.code())
                                                .param("act", act.code())
                                                .param(
                                                        "key",
                                                        act == Proposal.Act.NEW ? "" : first(kind))
                                                .with(SignedIn.as(lawyer)))
                                .andExpect(content().string(not(containsString("??"))))
                                .andReturn()
                                .getResponse()
                                .getStatus();
                assertThat(answer).as(kind + " " + act).isIn(200, 404);
            }
        }
    }

    private String first(FactKind kind) {
        return shelf.now().of(kind).stream()
                .map(one -> one.line().key())
                .findFirst()
                .orElse("none");
    }

    @Test
    void aRecommendationIsMadeAnsweredAndWithdrawn() throws Exception {
        @Nullable String place =
                web.perform(
                                post("/law/recommendations")
                                        .param("state", "AZ")
                                        .param("clause", "BUDAPEST-185:16")
                                        .param("title", "Sınaq tövsiyəsi")
                                        .param("words", "Qorunma göstərişi qanunla müəyyən edilsin")
                                        .param("asked", "Ədliyyə Nazirliyi")
                                        .param("source", "Sınaq")
                                        .with(SignedIn.as(lawyer))
                                        .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        String steps = there(place) + "/steps";
        web.perform(
                        post(steps)
                                .param("kind", "ANSWERED")
                                .param("words", "yox")
                                .with(SignedIn.as(lawyer))
                                .with(csrf()))
                .andExpect(status().is(422));
        web.perform(
                        post(steps)
                                .param("kind", "ANSWERED")
                                .param("verdict", "PARTLY")
                                .param("answeredOn", "2026-11-20")
                                .param("words", "Layihə hazırlanır")
                                .with(SignedIn.as(second))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(there(place)).with(SignedIn.as("dtx", Role.COORDINATOR)))
                .andExpect(content().string(containsString("Layihə hazırlanır")))
                .andExpect(content().string(containsString("qismən qəbul edilib")));
        web.perform(
                        post(steps)
                                .param("kind", "WITHDRAWN")
                                .param("words", "Sınaq bitdi")
                                .with(SignedIn.as(lawyer))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(
                        post(steps)
                                .param("kind", "NOTED")
                                .param("words", "gec qaldı")
                                .with(SignedIn.as(lawyer))
                                .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void programsProposeAndDecideToo() throws Exception {
        String proposer = "Bearer " + SignedIn.token(clients, "en", Role.LAWYER);
        String decider = "Bearer " + SignedIn.token(clients, "dtx", Role.LAWYER);
        String id = "T-" + UUID.randomUUID();
        String answer =
                web.perform(
                                post("/api/law/proposals")
                                        .header(HttpHeaders.AUTHORIZATION, proposer)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                """
                                                {"kind": "source", "act": "new", "fields": {
                                                  "f.id": "%s", "f.title": "Sınaq",
                                                  "reason": "Proqram təklif edir"}}
                                                """
                                                        .formatted(id)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String number = answer.replaceAll("(?s).*\"number\":\\s*(\\d+).*", "$1");
        web.perform(
                        post("/api/law/proposals/{number}/approve", number)
                                .header(HttpHeaders.AUTHORIZATION, proposer)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("law-own-proposal")));
        web.perform(
                        post("/api/law/proposals/{number}/approve", number)
                                .header(HttpHeaders.AUTHORIZATION, decider)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("approved"));
        web.perform(get("/api/law/rows/source/{id}", id))
                .andExpect(jsonPath("$.row.fact.title").value("Sınaq"))
                .andExpect(jsonPath("$.history.length()").value(1));
    }

    private static String there(@Nullable String text) {
        return Objects.requireNonNull(text);
    }
}
