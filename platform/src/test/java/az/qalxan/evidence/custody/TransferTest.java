package az.qalxan.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.TestAccount;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** Exhibits change hands by two signatures, each confirmed on its own. */
@PlatformTest
class TransferTest {

    private static final String COURT = "dim";

    @Autowired ApplicationContext context;
    private EvidenceStage stage;
    private Caller giver;
    private Caller receiver;
    private Caller clerk;
    private String number;

    @BeforeEach
    void begin() throws Exception {
        stage = new EvidenceStage(context);
        giver = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        receiver = stage.cases.person("din", Role.INVESTIGATOR);
        clerk = stage.cases.person(COURT, Role.COURT_CLERK);
        number = stage.cases.open(giver, "Təhvilli iş");
    }

    private MockHttpServletResponse propose(Exhibit exhibit, String to, String code)
            throws Exception {
        return stage.cases.post(
                giver,
                "/evidence/transfers",
                "caseNumber",
                number,
                "exhibit",
                exhibit.id().toString(),
                "to",
                to,
                "reason",
                EvidenceStage.WORDS,
                "basis",
                "Tapşırıq 4",
                "condition",
                "Zədəsiz, qutuda.",
                "place",
                "Rəf 7",
                "seals",
                "intact",
                "code",
                code);
    }

    private String proposed(Exhibit exhibit, String to) throws Exception {
        MockHttpServletResponse answer = propose(exhibit, to, TestAccount.PASSWORD);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return java.util.Objects.requireNonNull(answer.getHeader("Location"));
    }

    private String to(Caller person) {
        return "account:" + person.account();
    }

    private MockHttpServletResponse sign(Caller who, String at, String code) throws Exception {
        return stage.cases.post(who, at + "/sign", "found", "as-stated", "code", code);
    }

    @Test
    void bothSignAndTheExhibitChangesHands() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "S-1");
        String at = proposed(phone, to(receiver));
        assertThat(stage.exhibit(giver, phone.id()).keeping().account())
                .as("an offer alone moves nothing")
                .isEqualTo(giver.account().toString());
        assertThat(stage.cases.page(receiver, "/evidence/transfers")).contains("Sizin imzanız");
        String act = stage.cases.page(receiver, at);
        assertThat(act)
                .contains("Telefon", "S-1 (bütöv)", "İmzala və təhvil al")
                .doesNotContain("??");
        assertThat(sign(receiver, at, TestAccount.PASSWORD).getStatus()).isEqualTo(302);
        Exhibit now = stage.exhibit(receiver, phone.id());
        assertThat(now.keeping().account()).isEqualTo(receiver.account().toString());
        assertThat(now.keeping().place()).isEqualTo("Rəf 7");
        assertThat(now.offeredTo()).isNull();
        assertThat(stage.chain(receiver, phone.id()))
                .containsExactly("registered", "transfer-proposed", "transferred");
        assertThat(stage.cases.page(giver, at))
                .contains("hər iki tərəf imzalayıb", "parolla təsdiqlənib")
                .doesNotContain("??");
        assertThat(stage.cases.page(giver, phone.path()))
                .contains("chain-picture")
                .doesNotContain("??");
    }

    @Test
    void aTransferOfASecludedCaseIsOutOfSight() throws Exception {
        Caller colleague = stage.cases.person("din", Role.INVESTIGATOR);
        String at = proposed(stage.registered(giver, number, "Telefon", ""), to(receiver));
        assertThat(stage.cases.get(colleague, at).getStatus()).isEqualTo(200);
        stage.cases.restrict(giver, number);
        assertThat(stage.cases.get(giver, at).getStatus()).isEqualTo(200);
        assertThat(stage.cases.get(colleague, at).getStatus()).isEqualTo(404);
        assertThat(stage.cases.page(colleague, "/evidence/transfers")).doesNotContain(at);
    }

    @Test
    void lookingForWhatToGiveIsRecorded() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        assertThat(stage.cases.acts(number)).doesNotContain("evidence.custody.listed");
        assertThat(stage.cases.page(giver, "/evidence/transfers/new?case=" + number))
                .contains(phone.id().toString());
        assertThat(stage.cases.acts(number)).contains("evidence.custody.listed");
    }

    @Test
    void withoutTheRightCodeNothingIsSigned() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        assertThat(propose(phone, to(receiver), "yanlış parol").getStatus()).isEqualTo(403);
        assertThat(stage.exhibit(giver, phone.id()).offeredTo()).isNull();
        String at = proposed(phone, to(receiver));
        assertThat(sign(receiver, at, "000000").getStatus()).isEqualTo(403);
        assertThat(stage.exhibit(giver, phone.id()).keeping().account())
                .isEqualTo(giver.account().toString());
    }

    @Test
    void nobodySignsForTheOtherSide() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        String at = proposed(phone, to(receiver));
        assertThat(sign(giver, at, TestAccount.PASSWORD).getStatus()).isEqualTo(409);
        Caller third = stage.cases.person("din", Role.INVESTIGATOR);
        assertThat(sign(third, at, TestAccount.PASSWORD).getStatus()).isEqualTo(409);
        assertThat(propose(phone, to(third), TestAccount.PASSWORD).getStatus())
                .as("what is offered is not offered twice")
                .isEqualTo(409);
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesItWithTheGiver() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        String at = proposed(phone, to(receiver));
        assertThat(stage.cases.post(receiver, at + "/refuse", "reason", "yox").getStatus())
                .isEqualTo(422);
        assertThat(
                        stage.cases
                                .post(receiver, at + "/refuse", "reason", EvidenceStage.WORDS)
                                .getStatus())
                .isEqualTo(302);
        assertThat(stage.exhibit(giver, phone.id()).offeredTo()).isNull();
        assertThat(stage.chain(giver, phone.id()).getLast()).isEqualTo("transfer-refused");
        assertThat(sign(receiver, at, TestAccount.PASSWORD).getStatus()).isEqualTo(409);
        assertThat(stage.cases.page(giver, at)).contains("imtina edib").doesNotContain("??");
    }

    @Test
    void whatIsFoundOtherwiseStaysInTheChain() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "S-9");
        String at = proposed(phone, to(receiver));
        assertThat(
                        stage.cases
                                .post(
                                        receiver,
                                        at + "/sign",
                                        "found",
                                        "different",
                                        "code",
                                        TestAccount.PASSWORD)
                                .getStatus())
                .as("a difference needs words")
                .isEqualTo(422);
        stage.cases.post(
                receiver,
                at + "/sign",
                "found",
                "different",
                "words",
                "Plomb cırılıb, foto var.",
                "code",
                TestAccount.PASSWORD);
        assertThat(stage.chain(giver, phone.id()).getLast()).isEqualTo("found-different");
    }

    @Test
    void anotherBodySeesWhatItIsOfferedAndHoldsAndNeverTheCase() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Məhkəməlik telefon", "");
        Exhibit other = stage.registered(giver, number, "Qalan sübut", "");
        assertThat(stage.cases.get(clerk, phone.path()).getStatus()).isEqualTo(404);
        String at = proposed(phone, "body:" + COURT);
        assertThat(stage.cases.page(clerk, at)).contains("Məhkəməlik telefon");
        assertThat(sign(clerk, at, TestAccount.PASSWORD).getStatus()).isEqualTo(302);
        assertThat(stage.cases.page(clerk, phone.path()))
                .contains("Məhkəməlik telefon")
                .doesNotContain("??", "href=\"/cases/");
        assertThat(stage.cases.get(clerk, other.path()).getStatus()).isEqualTo(404);
        assertThat(stage.cases.get(clerk, "/cases/" + number).getStatus()).isNotEqualTo(200);
        assertThat(stage.cases.page(clerk, "/evidence/cases/" + number))
                .contains("Məhkəməlik telefon")
                .doesNotContain("Qalan sübut", "Təhvilli iş");
        assertThat(stage.cases.page(giver, phone.path()))
                .as("the case's body goes on seeing it")
                .contains("Məhkəməlik telefon");
    }

    @Test
    void whoRefusesForAnotherBodySeesNothingAfterwards() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        String at = proposed(phone, "body:" + COURT);
        stage.cases.post(clerk, at + "/refuse", "reason", EvidenceStage.WORDS);
        assertThat(stage.cases.get(clerk, phone.path()).getStatus()).isEqualTo(404);
        assertThat(stage.chain(giver, phone.id()).getLast()).isEqualTo("transfer-refused");
    }

    @Test
    void aRestrictedCasesExhibitGoesOnlyToPeopleInside() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        stage.cases.restrict(giver, number);
        assertThat(propose(phone, to(receiver), TestAccount.PASSWORD).getStatus()).isEqualTo(422);
        assertThat(propose(phone, "body:" + COURT, TestAccount.PASSWORD).getStatus())
                .isEqualTo(409);
        assertThat(stage.cases.page(giver, "/evidence/transfers/new?case=" + number))
                .doesNotContain(receiver.account().toString(), "body:" + COURT)
                .doesNotContain("??");
    }

    @Test
    void copiesAreNumberedAndGoTheirOwnWay() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        stage.stored(giver, phone, new byte[] {1, 2, 3});
        String at =
                java.util.Objects.requireNonNull(
                        stage.cases
                                .post(
                                        giver,
                                        phone.path() + "/copies",
                                        "purpose",
                                        "working",
                                        "words",
                                        EvidenceStage.WORDS,
                                        "place",
                                        "Masa 1")
                                .getHeader("Location"));
        assertThat(stage.cases.page(giver, at))
                .contains(number + "/1-1", "İş surəti", phone.path())
                .doesNotContain("??");
        assertThat(stage.chain(giver, phone.id())).contains("copied");
    }

    @Test
    void ownersGetCopiesLoansAndTheirThingsBack() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        assertThat(release(phone, "loan", "2000-01-01").getStatus()).isEqualTo(422);
        assertThat(release(phone, "loan", "2999-01-01").getStatus()).isEqualTo(302);
        assertThat(stage.exhibit(giver, phone.id()).keeping().state().code()).isEqualTo("lent");
        assertThat(stage.cases.page(giver, "/evidence/due")).contains(number + "/1");
        assertThat(release(phone, "disposal", "").getStatus())
                .as("what is lent is not destroyed")
                .isEqualTo(409);
        stage.cases.post(
                giver, phone.path() + "/back", "words", EvidenceStage.WORDS, "place", "Seyf 1");
        assertThat(stage.exhibit(giver, phone.id()).keeping().state().code()).isEqualTo("kept");
        assertThat(release(phone, "copy", "").getStatus()).isEqualTo(302);
        assertThat(release(phone, "return", "").getStatus()).isEqualTo(302);
        assertThat(stage.exhibit(giver, phone.id()).alive()).isFalse();
        assertThat(stage.chain(giver, phone.id()))
                .containsExactly(
                        "registered", "lent", "came-back", "copied", "copy-given", "returned");
        assertThat(stage.cases.page(giver, phone.path())).doesNotContain("??");
    }

    private MockHttpServletResponse release(Exhibit exhibit, String kind, String until)
            throws Exception {
        return stage.cases.post(
                giver,
                exhibit.path() + "/releases",
                "kind",
                kind,
                "receiver",
                "Uydurma Şəxs",
                "document",
                "Vəsiqə 1",
                "decision",
                "Qərar 9",
                "receipt",
                "Qəbz 3",
                "words",
                EvidenceStage.WORDS,
                "until",
                until,
                "code",
                TestAccount.PASSWORD);
    }

    @Test
    void aVerdictSetsTheDayOfReturnAndSaysThatNobodyReadTheRule() throws Exception {
        Exhibit phone = stage.registered(giver, number, "Telefon", "");
        MockHttpServletResponse entered =
                stage.cases.post(
                        giver,
                        "/evidence/cases/" + number + "/end",
                        "kind",
                        "verdict",
                        "inForceOn",
                        "2025-11-20",
                        "document",
                        "Hökm 1-312");
        assertThat(entered.getStatus()).isEqualTo(302);
        assertThat(stage.cases.page(giver, "/evidence/due"))
                .contains(number + "/1", "20 noyabr 2026", "təsdiqlənməyib")
                .doesNotContain("??");
        assertThat(stage.cases.page(giver, "/evidence/due/due.ics"))
                .contains("DTSTART;VALUE=DATE:20261120", number + "/1")
                .doesNotContain("Telefon");
        assertThat(stage.cases.page(giver, "/cases/" + number))
                .contains("Maddi sübutları sahiblərinə qaytarmaq");
        assertThat(stage.chain(giver, phone.id()).getLast()).isEqualTo("case-verdict");
        stage.cases.post(
                giver,
                "/evidence/cases/" + number + "/end",
                "kind",
                "reopened",
                "document",
                "Qərar 2");
        assertThat(stage.cases.page(giver, "/evidence/due/due.ics")).doesNotContain(number + "/1");
    }
}
