package az.qalxan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Exhibits are registered, admitted by decision, described; they follow their case's sight. */
@PlatformTest
class ExhibitTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired ApiClients clients;
    private EvidenceStage stage;
    private Caller lead;

    @BeforeEach
    void begin() {
        stage = new EvidenceStage(context);
        lead = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
    }

    @Test
    void whatIsRegisteredStandsInItsChainAndIsNotYetEvidence() throws Exception {
        String number = stage.cases.open(lead, "Sübutlu iş");
        Exhibit phone = stage.registered(lead, number, "Telefon <b>", "A-1, A-2");
        assertThat(phone.number().toString()).isEqualTo(number + "/1");
        assertThat(phone.seals()).extracting(Seal::number).containsExactly("A-1", "A-2");
        assertThat(phone.basis().verified()).as("nobody read the article").isFalse();
        String page = stage.cases.page(lead, phone.path());
        assertThat(page)
                .contains("Telefon &lt;b&gt;", "Hələ sübut deyil", "təsdiqlənməyib", "A-2")
                .doesNotContain("??");
        assertThat(stage.cases.page(lead, "/evidence/of-case/" + number))
                .contains("Telefon &lt;b&gt;");
        assertThat(stage.chain(lead, phone.id())).containsExactly("registered");
        assertThat(
                        stage.cases.texts(
                                "select entry::text from evidence.custody_event"
                                        + " where exhibit_id = cast(:it as uuid)"
                                        + " and entry is not null",
                                phone.id().toString()))
                .as("each link has its entry in the ledger")
                .hasSize(1);
    }

    @Test
    void aDecisionAdmitsSeveralAndTheLastOneCounts() throws Exception {
        String number = stage.cases.open(lead, "Qərarlı iş");
        Exhibit first = stage.registered(lead, number, "Birinci sübut", "");
        Exhibit second = stage.registered(lead, number, "İkinci sübut", "");
        assertThat(second.number().place()).isEqualTo("2");
        decide(number, "yes", first.id().toString(), second.id().toString());
        assertThat(stage.exhibit(lead, first.id()).admitted()).isTrue();
        assertThat(stage.exhibit(lead, second.id()).admitted()).isTrue();
        decide(number, "no", second.id().toString());
        assertThat(stage.exhibit(lead, second.id()).admitted()).isFalse();
        assertThat(stage.chain(lead, second.id()))
                .containsExactly("registered", "admitted", "excluded");
        assertThat(stage.cases.page(lead, "/evidence/cases/" + number))
                .contains("Sübut kimi qəbul edilib", "Sübut sayılmır")
                .doesNotContain("??");
    }

    private void decide(String number, String admitted, String... exhibits) throws Exception {
        String[] fields = new String[2 * exhibits.length + 12];
        for (int i = 0; i < exhibits.length; i++) {
            fields[2 * i] = "exhibit";
            fields[2 * i + 1] = exhibits[i];
        }
        String[] rest = {
            "admitted",
            admitted,
            "number",
            "17",
            "decidedOn",
            "2026-11-02",
            "decidedBy",
            "İstintaq idarəsi",
            "official",
            "A. Nümunəli",
            "words",
            EvidenceStage.WORDS
        };
        System.arraycopy(rest, 0, fields, 2 * exhibits.length, rest.length);
        assertThat(
                        stage.cases
                                .post(lead, "/evidence/cases/" + number + "/decisions", fields)
                                .getStatus())
                .isEqualTo(302);
    }

    @Test
    void everythingWrongIsToldAtOnce() throws Exception {
        String number = stage.cases.open(lead, "Səhv forma");
        MockHttpServletResponse answer =
                stage.cases.post(
                        lead,
                        "/evidence/exhibits",
                        "caseNumber",
                        number,
                        "title",
                        "x",
                        "readErrors",
                        "üç",
                        "obtainedAt",
                        "2999-01-01T10:00");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("hələ gəlməyib", "«üç» say deyil", "Siyahıdan birini seçin")
                .doesNotContain("??");
    }

    @Test
    void sealsPlacesAndAcquisitionsAreLinks() throws Exception {
        String number = stage.cases.open(lead, "Plomblu iş");
        Exhibit phone = stage.registered(lead, number, "Plomblu telefon", "B-1");
        String at = phone.path();
        assertThat(
                        stage.cases
                                .post(lead, at + "/seals", "number", "B-1", "state", "broken")
                                .getStatus())
                .as("a broken seal needs words")
                .isEqualTo(422);
        stage.cases.post(
                lead,
                at + "/seals",
                "number",
                "B-1",
                "state",
                "broken",
                "words",
                EvidenceStage.WORDS);
        stage.cases.post(lead, at + "/place", "place", "Seyf 9", "words", EvidenceStage.WORDS);
        stage.cases.post(
                lead,
                at + "/acquisition",
                "tool",
                "ewfacquire",
                "toolVersion",
                "20140813",
                "readErrors",
                "2",
                "errorWords",
                "sektor 7",
                "writeBlocker",
                "WB-1");
        Exhibit now = stage.exhibit(lead, phone.id());
        assertThat(now.seals().getFirst().state()).isEqualTo(SealState.BROKEN);
        assertThat(now.keeping().place()).isEqualTo("Seyf 9");
        assertThat(now.acquisition().readErrors()).isEqualTo(2);
        assertThat(stage.chain(lead, phone.id()))
                .containsExactly("registered", "seal-broken", "moved", "acquired");
        assertThat(stage.cases.page(lead, at)).contains("Plomb pozulub").doesNotContain("??");
    }

    @Test
    void aHiddenCasesExhibitIsAsIfItWereNot() throws Exception {
        String number = stage.cases.open(lead, "Gizli iş");
        Exhibit phone = stage.registered(lead, number, "Gizli telefon", "");
        Caller colleague = stage.cases.person("din", Role.INVESTIGATOR);
        assertThat(stage.cases.get(colleague, phone.path()).getStatus()).isEqualTo(200);
        stage.cases.restrict(lead, number);
        MockHttpServletResponse hidden = stage.cases.get(colleague, phone.path());
        MockHttpServletResponse none =
                stage.cases.get(
                        colleague, "/evidence/exhibits/00000000-0000-4000-8000-000000000000");
        assertThat(hidden.getStatus()).isEqualTo(none.getStatus()).isEqualTo(404);
        assertThat(stage.cases.get(colleague, "/evidence/cases/" + number).getStatus())
                .isEqualTo(404);
        assertThat(stage.cases.page(colleague, "/evidence?q=Gizli+telefon")).doesNotContain(number);
        assertThat(stage.cases.get(lead, phone.path()).getStatus()).isEqualTo(200);
    }

    @Test
    void bytesAreGivenOnceAndReadingThemIsALink() throws Exception {
        String number = stage.cases.open(lead, "Baytlı iş");
        Exhibit image = stage.registered(lead, number, "Obraz", "");
        byte[] content = "məzmun".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        Exhibit stored = stage.stored(lead, image, content);
        StoredBytes bytes = Objects.requireNonNull(stored.stored());
        assertThat(bytes.digests().length()).isEqualTo(content.length);
        assertThat(stage.chain(lead, image.id())).containsExactly("registered", "stored");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> stage.stored(lead, image, new byte[] {1}))
                .hasMessageContaining("exhibit-has-bytes");
    }

    @Test
    void programsRegisterAndReadAndHandOverNothing() throws Exception {
        String number = stage.cases.open(lead, "Proqramlı iş");
        String token = SignedIn.token(clients, "din", Role.INVESTIGATOR);
        String body =
                """
                {"caseNumber": "%s", "kind": "logs", "dataClass": "traffic", "title": "Jurnallar",
                 "origin": "operator", "from": "Nümunə Mobil", "obtainedAt": "2026-11-01T10:00",
                 "basis": "provider-answer", "document": "Sorğu 5", "place": "Server otağı"}
                """
                        .formatted(number);
        MockHttpServletResponse made =
                mvc.perform(
                                MockMvcRequestBuilders.post("/api/evidence/exhibits")
                                        .header("Authorization", "Bearer " + token)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .andReturn()
                        .getResponse();
        assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
        String list = api(token, "/api/evidence/cases/" + number + "/exhibits");
        assertThat(list).contains("\"number\":\"" + number + "/1\"", "\"verified\":false");
        String id = list.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(api(token, "/api/evidence/exhibits/" + id + "/custody"))
                .contains("\"event\":\"registered\"", "\"ledgerEntry\":\"");
        assertThat(api(token, "/api/evidence/due")).startsWith("[");
        assertThat(api(token, "/api/evidence/transfers")).startsWith("[");
    }

    private String api(String token, String path) throws Exception {
        return mvc.perform(
                        MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
