package az.qalxan.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.jurisdiction.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders to operators through pages, programs and messages, on a real database. */
@PlatformTest
class OperatorsTest {

    private static final String WORDS = "Nömrənin sahibinin adı və ünvanı.";
    private static final String PURPOSE = "Gizli məqsəd: zərərçəkmiş Əhmədovun işi.";
    private static final String A = "sinaq-operator-a";
    private static final String B = "sinaq-operator-b";

    private final Caller drafter = SignedIn.caller("din", Role.INVESTIGATOR);
    private final Caller approver = SignedIn.caller("din", Role.INVESTIGATOR);
    private final Caller second = SignedIn.caller("din", Role.INVESTIGATOR);
    private final Caller stranger = SignedIn.caller("dtx", Role.INVESTIGATOR);
    private final Caller operator = SignedIn.caller(A, Role.OPERATOR_CONTACT);
    private final Caller rival = SignedIn.caller(B, Role.OPERATOR_CONTACT);
    private final Caller leader = SignedIn.caller("rinn", Role.COORDINATOR);

    @Autowired MockMvc mvc;
    @Autowired ApplicationContext context;
    @Autowired Register register;
    @Autowired ApiClients clients;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void operatorsAreKnown() {
        for (String code : List.of(A, B)) {
            Organisation one =
                    new Organisation(
                            new BodyCode(code),
                            "Sınaq " + code,
                            new Words("Sınaq " + code, "Test " + code),
                            List.of(OrganisationKind.OPERATOR),
                            false,
                            new Words("sınaq", "test"));
            ActingAs.run(
                    TransactionIdentity.job("test"),
                    () -> register.introduce(one, List.of("mobile")));
        }
    }

    @Test
    void anOrderGoesFromDraftToAnswer() throws Exception {
        String number = draft("subscriber");
        assertThat(own(operator, number).getStatus()).as("not before approval").isEqualTo(404);
        assertThat(step(drafter, number, "approve", 0).getStatus()).isEqualTo(409);
        assertThat(step(approver, number, "approve", 0).getStatus()).isEqualTo(302);
        String page = own(operator, number).getContentAsString();
        assertThat(page).contains(WORDS, "994505550127", "məxfidir");
        assertThat(page).doesNotContain(PURPOSE, drafter.name(), approver.name(), B);
        assertThat(answer(operator, number, "acknowledge", "").getStatus()).isEqualTo(302);
        assertThat(answer(operator, number, "acknowledge", "").getStatus()).isEqualTo(409);
        assertThat(answer(operator, number, "ask", "Hansı tarix üçün lazımdır?").getStatus())
                .isEqualTo(302);
        assertThat(page(drafter, number)).contains("Hansı tarix üçün lazımdır?");
        step(drafter, number, "reply", version(number), "words", "Noyabr ayı üçün lazımdır.");
        assertThat(own(operator, number).getContentAsString())
                .contains("Noyabr ayı üçün lazımdır.")
                .doesNotContain(drafter.name());
        byte[] content = "ad;ünvan".getBytes(StandardCharsets.UTF_8);
        MockMultipartFile file = new MockMultipartFile("file", "cavab.csv", "text/csv", content);
        assertThat(
                        as(operator, multipart("/operators/own/" + number + "/files").file(file))
                                .getStatus())
                .isEqualTo(302);
        assertThat(answer(operator, number, "disclose", "Bütün məlumat təqdim edilir.").getStatus())
                .isEqualTo(302);
        String answered = page(drafter, number);
        assertThat(answered).contains(Sha256.of(content), "cavab.csv", "Təqdim olunub");
        Matcher link = Pattern.compile("/operators/orders/[^\"]+/files/[^\"]+").matcher(answered);
        assertThat(link.find()).isTrue();
        MockHttpServletResponse given = as(drafter, get(link.group()));
        assertThat(given.getContentAsByteArray()).isEqualTo(content);
        assertThat(given.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(
                        as(operator, multipart("/operators/own/" + number + "/files").file(file))
                                .getStatus())
                .as("an answered order takes no more files")
                .isEqualTo(409);
        assertThat(acts(number))
                .contains(
                        "operators.order.drafted",
                        "operators.order.approved",
                        "operators.order.acknowledged",
                        "operators.file.given",
                        "operators.order.disclosed",
                        "operators.file.opened");
    }

    @Test
    void trafficDataNeedTwoPeopleAndAnEmergencyOneNow() throws Exception {
        String number = draft("traffic");
        assertThat(step(approver, number, "approve", 0).getStatus()).isEqualTo(302);
        assertThat(own(operator, number).getStatus()).as("one is not enough").isEqualTo(404);
        assertThat(step(approver, number, "approve", 1).getStatus()).isEqualTo(409);
        assertThat(step(second, number, "approve", 1).getStatus()).isEqualTo(302);
        assertThat(own(operator, number).getStatus()).isEqualTo(200);
        String urgent = draft("content", "emergency", "yes");
        assertThat(step(approver, urgent, "approve", 0).getStatus()).isEqualTo(302);
        assertThat(own(operator, urgent).getContentAsString()).contains("Təcili");
        assertThat(step(approver, urgent, "confirm", 1).getStatus()).isEqualTo(409);
        assertThat(step(second, urgent, "confirm", 1).getStatus()).isEqualTo(302);
        assertThat(page(drafter, urgent)).contains("Təsdiq olunub");
    }

    @Test
    void twoOfficersAtOnceDoNotApproveTwice() throws Exception {
        String number = draft("subscriber");
        assertThat(step(approver, number, "approve", 0).getStatus()).isEqualTo(302);
        assertThat(step(second, number, "reject", 0, "words", "Artıq lazım deyil.").getStatus())
                .isEqualTo(409);
    }

    @Test
    void theRightsOfADraftAreCheckedTogether() throws Exception {
        MockHttpServletResponse wrong =
                as(
                        drafter,
                        post("/operators/orders")
                                .param("kind", "subscriber")
                                .param("provider", "yoxdur")
                                .param("format", "InternationalE164")
                                .param("identifiers", "zəng")
                                .param("words", "az")
                                .param("purpose", "")
                                .param("basis", "CPC-AZ:0"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("yoxdur", "zəng", "CPC-AZ:0");
    }

    /** What an operator asks for and does not exist, and what is another's, answer alike. */
    @ParameterizedTest
    @ValueSource(strings = {"page", "xml", "api", "step"})
    void anotherOperatorsOrderIsAsIfItWereNot(String what) throws Exception {
        String number = approved("subscriber");
        MockHttpServletResponse other = asked(what, number);
        MockHttpServletResponse none = asked(what, "AZ-DIN-2222222");
        assertThat(other.getStatus()).isEqualTo(404).isEqualTo(none.getStatus());
        assertThat(same(other, number)).isEqualTo(same(none, "AZ-DIN-2222222"));
        assertThat(as(stranger, get("/operators/orders/" + number)).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse asked(String what, String number) throws Exception {
        return switch (what) {
            case "page" -> own(rival, number);
            case "xml" -> as(rival, get("/operators/own/" + number + "/etsi.xml"));
            case "api" -> as(rival, get("/api/operators/orders/" + number));
            default -> answer(rival, number, "unavailable", "Belə abunəçi yoxdur.");
        };
    }

    private static String same(MockHttpServletResponse answer, String number) throws Exception {
        return answer.getContentAsString()
                .replace(number, "·")
                .replaceAll("name=\"_csrf\"[^>]*|csrf-token\" content=\"[^\"]*", "");
    }

    @Test
    void rowsOfTheOthersAreOutOfReachOfPlainSqlToo() throws Exception {
        String number = approved("subscriber");
        for (String table :
                List.of("data_order", "data_order_inside", "order_case", "order_step")) {
            assertThat(rows(rival, table, number)).as("rival %s", table).isZero();
            assertThat(rows(stranger, table, number)).as("stranger %s", table).isZero();
        }
        assertThat(rows(operator, "data_order", number)).isEqualTo(1);
        assertThat(rows(operator, "data_order_inside", number)).isZero();
        assertThat(rows(operator, "order_case", number)).isZero();
        assertThat(rows(leader, "data_order", number)).as("RİNN reads no order").isZero();
        assertThat(
                        in(
                                rival,
                                () ->
                                        jdbc.sql("select count(*) from operators.provider")
                                                .query(Long.class)
                                                .single()))
                .as("an operator reads only its own entry")
                .isEqualTo(1);
    }

    private long rows(Caller caller, String table, String number) {
        UUID id = id(number);
        String column = table.equals("data_order") ? "id" : "order_id";
        return in(
                caller,
                () ->
                        jdbc.sql(
                                        "select count(*) from operators."
                                                + table
                                                + " where "
                                                + column
                                                + " = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due_at = due_at + interval '1 year'",
                "status = 'Cancelled'",
                "approval = 'Rejected'",
                "status = 'AwaitingApproval'"
            })
    void anAddresseeChangesNothingButItsAnswer(String change) throws Exception {
        String number = approved("subscriber");
        assertThatThrownBy(() ->
                        in(
                                operator,
                                () ->
                                        jdbc.sql(
                                                        "update operators.data_order set "
                                                                + change
                                                                + " where number = :number")
                                                .param("number", number)
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anOrderStandsWithItsCases() throws Exception {
        CaseStage stage = new CaseStage(context);
        Caller person = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        String caseNumber = stage.open(person, "Operator sorğusu");
        String number = draft(person, "subscriber", "caseNumber", caseNumber);
        assertThat(stage.page(person, "/operators/of-case/" + caseNumber)).contains(number);
        assertThat(page(person, number)).contains(caseNumber);
        step(approver, number, "approve", 0);
        assertThat(own(operator, number).getContentAsString()).doesNotContain(caseNumber);
        String further = stage.open(person, "İkinci iş");
        assertThat(
                        as(
                                        person,
                                        post("/operators/orders/" + number + "/cases")
                                                .param("caseNumber", further))
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(person, number)).contains(caseNumber, further);
        assertThat(as(operator, get("/operators/of-case/" + caseNumber)).getStatus())
                .isEqualTo(404);
        assertThat(stage.page(person, "/cases/" + caseNumber))
                .contains("/operators/of-case/" + caseNumber);
    }

    @Test
    void anOrderOfARestrictedCaseIsHiddenFromColleagues() throws Exception {
        CaseStage stage = new CaseStage(context);
        Caller person = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        String caseNumber = stage.open(person, "Məhdud iş");
        stage.restrict(person, caseNumber);
        String number = draft(person, "subscriber", "caseNumber", caseNumber);
        assertThat(page(person, number)).contains(caseNumber);
        assertThat(as(drafter, get("/operators/orders/" + number)).getStatus()).isEqualTo(404);
        assertThat(as(drafter, get("/operators/orders")).getContentAsString())
                .doesNotContain(number);
        assertThat(step(approver, number, "approve", 0).getStatus()).isEqualTo(404);
        assertThat(rows(drafter, "data_order", number)).isZero();
        assertThat(rows(drafter, "order_step", number)).isZero();
    }

    @Test
    void anOrderFollowsItsCaseOutOfSight() throws Exception {
        CaseStage stage = new CaseStage(context);
        Caller person = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        String caseNumber = stage.open(person, "Sonradan məhdudlaşan iş");
        String number = draft(person, "subscriber", "caseNumber", caseNumber);
        assertThat(as(drafter, get("/operators/orders/" + number)).getStatus()).isEqualTo(200);
        stage.restrict(person, caseNumber);
        assertThat(as(drafter, get("/operators/orders/" + number)).getStatus()).isEqualTo(404);
        assertThat(page(person, number)).contains(caseNumber);
        assertThat(rows(drafter, "data_order_inside", number)).isZero();
    }

    @Test
    void theRegisterIsLedByOneBody() throws Exception {
        assertThat(as(drafter, get("/operators/register")).getStatus()).isEqualTo(403);
        assertThat(as(operator, get("/operators/register")).getStatus()).isEqualTo(403);
        assertThat(
                        as(SignedIn.caller("din", Role.COORDINATOR), get("/operators/register"))
                                .getStatus())
                .isEqualTo(403);
        String name = "Məsul Şəxs " + UUID.randomUUID();
        assertThat(
                        as(
                                        leader,
                                        post("/operators/register/" + A + "/people")
                                                .param("name", name)
                                                .param("phone", "+994125550100")
                                                .param("roundClock", "yes"))
                                .getStatus())
                .isEqualTo(302);
        String page = as(leader, get("/operators/register/" + A)).getContentAsString();
        assertThat(page).contains(name, "təsdiqlənməyib");
        int at = page.indexOf(name);
        Matcher verify =
                Pattern.compile("/operators/register/[^\"]+/people/[^\"]+/verify").matcher(page);
        assertThat(verify.find(at)).isTrue();
        assertThat(as(leader, post(verify.group())).getStatus()).isEqualTo(302);
        assertThat(as(leader, get("/operators/register/" + A)).getContentAsString())
                .contains(leader.name(), "yoxlanılıb");
        String number = draft("subscriber");
        assertThat(page(drafter, number)).contains(name);
    }

    @Test
    void answerTimesAreCountedWithoutContents() throws Exception {
        String practice = draft("preservation", "test", "yes");
        long before = orders(leader);
        step(approver, practice, "approve", 0);
        assertThat(orders(leader)).as("practice does not count").isEqualTo(before);
        String number = approved("preservation");
        assertThat(orders(leader)).isEqualTo(before + 1);
        answer(operator, number, "unavailable", "Belə abunəçi yoxdur.");
        String csv =
                as(leader, get("/operators/answer-times.csv"))
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains(A + ",preservation").doesNotContain(number);
        assertThat(as(stranger, get("/operators/answer-times.csv")).getContentAsString())
                .doesNotContain(A + ",preservation");
        assertThat(as(rival, get("/operators/answer-times.csv")).getContentAsString())
                .doesNotContain(A + ",");
        assertThat(as(operator, get("/operators/answer-times.csv")).getContentAsString())
                .contains(A + ",preservation");
        assertThat(as(leader, get("/operators/answer-times")).getContentAsString())
                .contains("Onda doqquzu");
    }

    private long orders(Caller caller) throws Exception {
        return as(caller, get("/operators/answer-times.csv"))
                .getContentAsString()
                .lines()
                .filter(line -> line.startsWith(A + ",preservation"))
                .mapToLong(line -> Long.parseLong(line.split(",")[2]))
                .sum();
    }

    @Test
    void pagesAreThereInBothLanguages() throws Exception {
        approved("subscriber");
        for (String language : List.of("az", "en")) {
            for (String path : List.of("/operators/orders", "/operators/orders/new?kind=content")) {
                String at = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
                assertThat(as(drafter, get(at)).getStatus()).as(at).isEqualTo(200);
            }
            assertThat(as(operator, get("/operators/own?lang=" + language)).getStatus())
                    .isEqualTo(200);
            assertThat(as(leader, get("/operators/register?lang=" + language)).getStatus())
                    .isEqualTo(200);
        }
    }

    private String approved(String kind) throws Exception {
        String number = draft(kind);
        step(approver, number, "approve", 0);
        return number;
    }

    private String draft(String kind, String... more) throws Exception {
        return draft(drafter, kind, more);
    }

    private String draft(Caller caller, String kind, String... more) throws Exception {
        String form = as(caller, get("/operators/orders/new?kind=" + kind)).getContentAsString();
        Matcher basis = Pattern.compile("name=\"basis\" value=\"([^\"]+)\"").matcher(form);
        assertThat(basis.find()).as("a basis is proposed").isTrue();
        var request =
                post("/operators/orders")
                        .param("kind", kind)
                        .param("provider", A)
                        .param("format", "InternationalE164")
                        .param("identifiers", "+994 50 555 01 27")
                        .param("words", WORDS)
                        .param("purpose", PURPOSE)
                        .param("basis", basis.group(1));
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        MockHttpServletResponse answer = as(caller, request);
        String place = answer.getHeader("Location");
        assertThat(place).as(answer.getContentAsString()).isNotNull();
        return Objects.requireNonNull(place).substring("/operators/orders/".length());
    }

    private MockHttpServletResponse step(
            Caller caller, String number, String step, int version, String... more)
            throws Exception {
        var request =
                post("/operators/orders/" + number + "/" + step)
                        .param("version", String.valueOf(version));
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return as(caller, request);
    }

    private MockHttpServletResponse answer(Caller caller, String number, String step, String words)
            throws Exception {
        return as(caller, post("/operators/own/" + number + "/" + step).param("words", words));
    }

    private MockHttpServletResponse own(Caller caller, String number) throws Exception {
        return as(caller, get("/operators/own/" + number));
    }

    private String page(Caller caller, String number) throws Exception {
        return as(caller, get("/operators/orders/" + number)).getContentAsString();
    }

    private MockHttpServletResponse as(
            Caller caller, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private int version(String number) {
        return system(() ->
                jdbc.sql("select version from operators.data_order where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single());
    }

    private UUID id(String number) {
        return system(() ->
                jdbc.sql("select id from operators.data_order where number = :number")
                        .param("number", number)
                        .query(UUID.class)
                        .single());
    }

    private List<String> acts(String number) {
        return system(() ->
                jdbc.sql(
                                """
                                select act from audit.event
                                where subject_kind = 'operator-order' and subject_id = :number
                                """)
                        .param("number", number)
                        .query((row, count) -> row.getString(1))
                        .list());
    }

    private <T> T system(Supplier<T> work) {
        return in(TransactionIdentity.job("test"), work);
    }

    private <T> T in(Caller caller, Supplier<T> work) {
        return in(caller.identity(), work);
    }

    private <T> T in(TransactionIdentity identity, Supplier<T> work) {
        return ActingAs.call(
                identity, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
