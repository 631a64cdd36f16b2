package az.qalxan.operators;

import static org.assertj.core.api.Assertions.assertThat;
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
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.engines.warrants.Endpoint;
import az.qalxan.engines.warrants.HiMessage;
import az.qalxan.engines.warrants.HiMessage.Answer;
import az.qalxan.engines.warrants.HiMessage.Ask;
import az.qalxan.engines.warrants.HiObject;
import az.qalxan.engines.warrants.ObjectHead;
import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.Warrants;
import az.qalxan.jurisdiction.Words;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages of ETSI TS 103 120 between the platform and an operator's program. */
@PlatformTest
class EtsiExchangeTest {

    private static final String A = "etsi-operator-a";
    private static final String B = "etsi-operator-b";

    private final Caller drafter = SignedIn.caller("din", Role.INVESTIGATOR);
    private final Caller approver = SignedIn.caller("din", Role.INVESTIGATOR);

    @Autowired MockMvc mvc;
    @Autowired Register register;
    @Autowired ApiClients clients;
    @Autowired EtsiOrders words;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    private String token = "";
    private String rival = "";

    @BeforeEach
    void programsAreKnown() {
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
                    () -> register.introduce(one, List.of("internet")));
        }
        token = SignedIn.token(clients, A, Role.OPERATOR_CONTACT);
        rival = SignedIn.token(clients, B, Role.OPERATOR_CONTACT);
    }

    @Test
    void aProgramListsReadsDeliversAndCloses() throws Exception {
        DataOrder order = approved("etsi-a");
        List<Answer> answers =
                exchanged(token, A, new Ask.ListObjects(null, null), new Ask.Get(id(order)));
        assertThat(((Answer.Listed) answers.get(0)).records())
                .extracting(HiMessage.ListRecord::id)
                .contains(id(order), order.authorisation().toString());
        HiObject.LdTask task = (HiObject.LdTask) ((Answer.Got) answers.get(1)).object();
        assertThat(task.reference()).isEqualTo(order.number().value());
        assertThat(Objects.requireNonNull(task.status()).value()).isEqualTo("AwaitingDisclosure");
        byte[] content = "ünvan".getBytes(StandardCharsets.UTF_8);
        List<Answer> delivered =
                exchanged(
                        token,
                        A,
                        new Ask.Create(question(order)),
                        new Ask.Create(delivery(order, content, false)),
                        new Ask.Update(status(order, "Disclosed")));
        assertThat(delivered.get(0)).isInstanceOf(Answer.Created.class);
        assertThat(delivered.get(1)).isInstanceOf(Answer.Created.class);
        assertThat(delivered.get(2)).isInstanceOf(Answer.Updated.class);
        String page = page(order.number().value());
        assertThat(page)
                .contains(Sha256.of(content), "Hansı hesab nəzərdə tutulur?", "Təqdim olunub");
        assertThat(exchanged(token, A, new Ask.Update(status(order, "Disclosed"))).getFirst())
                .as("closed already")
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void anotherOperatorsOrderIsAnsweredAsIfItWereNot() throws Exception {
        DataOrder order = approved("etsi-b");
        String nothing = UUID.randomUUID().toString();
        List<Answer> answers =
                exchanged(
                        rival,
                        B,
                        new Ask.Get(id(order)),
                        new Ask.Get(nothing),
                        new Ask.Update(status(order, "Disclosed")),
                        new Ask.Create(delivery(order, new byte[] {1}, true)),
                        new Ask.ListObjects(null, null));
        assertThat(answers.subList(0, 4))
                .allMatch(answer -> answer.equals(answers.get(1)))
                .first()
                .isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Listed) answers.get(4)).records())
                .extracting(HiMessage.ListRecord::id)
                .doesNotContain(id(order));
    }

    @Test
    void aProgramCannotSpeakForAnotherOperator() throws Exception {
        MockHttpServletResponse answer = send(rival, message(A, new Ask.ListObjects(null, null)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(failure(answer)).contains("not the organisation of this token");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlaceAndKept() throws Exception {
        byte[] broken =
                new String(
                                message(A, new Ask.Get(UUID.randomUUID().toString())),
                                StandardCharsets.UTF_8)
                        .replaceFirst("<Identifier>[^<]+", "<Identifier>17")
                        .getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse answer = send(token, broken);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(failure(answer)).contains("/GET/Identifier", "'17' is not a uuid");
        assertThat(kept(broken)).isEqualTo("malformed");
    }

    @Test
    void aProgramUsesJsonAsWell() throws Exception {
        DataOrder order = approved("etsi-c");
        String path = "/api/operators/orders/" + order.number();
        JsonNode seen = json(get(path));
        assertThat(seen.get("status").asString()).isEqualTo("AwaitingDisclosure");
        assertThat(seen.toString()).doesNotContain("purpose", drafter.name(), "caseNumber");
        byte[] content = {1, 2, 3};
        JsonNode file =
                json(
                        post(path + "/files?name=cavab.bin")
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .content(content));
        assertThat(file.get("sha256").asString()).isEqualTo(Sha256.of(content));
        JsonNode done =
                json(
                        post(path + "/steps")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"step\":\"unavailable\",\"words\":\"Belə abunəçi"
                                                + " yoxdur.\"}"));
        assertThat(done.get("status").asString()).isEqualTo("DisclosureNotAvailable");
    }

    @Test
    void aMessageBecomesADraftAndIsExportedWithEveryPart() throws Exception {
        String id = UUID.randomUUID().toString();
        String source = foreign(id);
        MockHttpServletResponse imported = importing(source);
        Matcher link =
                Pattern.compile("/operators/orders/(AZ-DIN-[A-Z0-9]{7})\"")
                        .matcher(imported.getContentAsString());
        assertThat(link.find()).as(imported.getContentAsString()).isTrue();
        String number = link.group(1);
        assertThat(page(number)).contains("994505550127", "Təcili", "Qərar 17/2026");
        approve(number);
        byte[] xml =
                as(drafter, get("/operators/orders/" + number + "/etsi.xml"))
                        .getContentAsByteArray();
        Reading.Understood read = (Reading.Understood) Warrants.read(xml);
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("Səbail rayon məhkəməsi", "AZ-KCMBI-17", "<common:Value>Approved<");
        HiMessage.Body.Request request = (HiMessage.Body.Request) read.message().body();
        assertThat(request.actions()).hasSize(2);
        HiObject.LdTask task =
                (HiObject.LdTask) ((Ask.Create) request.actions().get(1).ask()).object();
        assertThat(task.head().id()).isEqualTo(id);
        assertThat(Objects.requireNonNull(task.status()).value()).isEqualTo("AwaitingDisclosure");
        assertThat(importing(source).getContentAsString())
                .as("the same task is taken once")
                .contains("Qaralamalar: 0");
    }

    @Test
    void aMalformedFileShowsItsPlacesAndIsKept() throws Exception {
        String broken = foreign(UUID.randomUUID().toString()).replace("LDTaskStatus", "X<Y");
        MockHttpServletResponse answer = importing(broken);
        assertThat(answer.getContentAsString()).contains("Mesaj oxunmadı", "Orijinal saxlanılıb");
        assertThat(kept(broken.getBytes(StandardCharsets.UTF_8))).isEqualTo("malformed");
    }

    private MockHttpServletResponse importing(String xml) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile(
                        "file", "m.xml", "text/xml", xml.getBytes(StandardCharsets.UTF_8));
        return mvc.perform(
                        multipart("/operators/orders/import")
                                .file(file)
                                .with(SignedIn.as(drafter))
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** A message of another system, with a part that only the nation understands. */
    private String foreign(String task) {
        String authorisation = UUID.randomUUID().toString();
        return """
        <HI1Message xmlns="http://uri.etsi.org/03120/common/2019/10/Core"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:c="http://uri.etsi.org/03120/common/2016/02/Common"
          xmlns:t="http://uri.etsi.org/03120/common/2020/09/Task"
          xmlns:a="http://uri.etsi.org/03120/common/2020/09/Authorisation"><Header>
        <SenderIdentifier><CountryCode>AZ</CountryCode><UniqueIdentifier>x</UniqueIdentifier>
        </SenderIdentifier><ReceiverIdentifier><CountryCode>AZ</CountryCode>
        <UniqueIdentifier>%s</UniqueIdentifier></ReceiverIdentifier>
        <TransactionIdentifier>%s</TransactionIdentifier>
        <Timestamp>2026-11-27T09:00:00.000000+04:00</Timestamp><Version>
        <ETSIVersion>V1.12.1</ETSIVersion><NationalProfileOwner>AZ</NationalProfileOwner>
        <NationalProfileVersion>v0</NationalProfileVersion></Version></Header>
        <Payload><RequestPayload><ActionRequests><ActionRequest>
        <ActionIdentifier>0</ActionIdentifier><CREATE>
        <HI1Object xsi:type="a:AuthorisationObject"><ObjectIdentifier>%s</ObjectIdentifier>
        <a:AuthorisationManualInformation>Qərar 17/2026</a:AuthorisationManualInformation>
        <a:NationalAuthorisationParameters xmlns:az="urn:az" xsi:type="az:Court">
        <a:CountryCode>AZ</a:CountryCode><az:Name>Səbail rayon məhkəməsi</az:Name>
        </a:NationalAuthorisationParameters></HI1Object></CREATE></ActionRequest><ActionRequest>
        <ActionIdentifier>1</ActionIdentifier><CREATE><HI1Object xsi:type="t:LDTaskObject">
        <ObjectIdentifier>%s</ObjectIdentifier><AssociatedObjects>
        <AssociatedObject>%s</AssociatedObject></AssociatedObjects>
        <t:Reference>AZ-KCMBI-17</t:Reference><t:Status><c:Owner>ETSI</c:Owner>
        <c:Name>LDTaskStatus</c:Name><c:Value>AwaitingApproval</c:Value></t:Status>
        <t:RequestDetails><t:RequestValues><t:RequestValue><t:FormatType>
        <t:FormatOwner>ETSI</t:FormatOwner><t:FormatName>InternationalE164</t:FormatName>
        </t:FormatType><t:Value>994505550127</t:Value></t:RequestValue></t:RequestValues>
        </t:RequestDetails><t:Flags><t:LDTaskFlag><c:Owner>ETSI</c:Owner>
        <c:Name>LDTaskFlag</c:Name><c:Value>IsEmergency</c:Value></t:LDTaskFlag></t:Flags>
        </HI1Object></CREATE></ActionRequest></ActionRequests></RequestPayload></Payload>
        </HI1Message>
        """
                .formatted(A, UUID.randomUUID(), authorisation, task, authorisation);
    }

    private HiObject.Notification question(DataOrder order) {
        return new HiObject.Notification(
                ObjectHead.of(
                        UUID.randomUUID().toString(), new Endpoint("AZ", A), List.of(id(order))),
                "Hansı hesab nəzərdə tutulur?",
                null,
                null,
                null,
                List.of());
    }

    private static HiObject.Delivery delivery(DataOrder order, byte[] content, boolean last) {
        return new HiObject.Delivery(
                ObjectHead.of(UUID.randomUUID().toString()),
                order.number().value(),
                null,
                UUID.randomUUID().toString(),
                BigInteger.ZERO,
                last,
                null,
                new HiObject.Body(Base64.getEncoder().encodeToString(content), null, null, null),
                List.of());
    }

    private static HiObject.LdTask status(DataOrder order, String status) {
        return new HiObject.LdTask(
                ObjectHead.of(id(order)),
                null,
                az.qalxan.engines.warrants.DictionaryEntry.etsi("LDTaskStatus", status),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    private static String id(DataOrder order) {
        return order.id().toString();
    }

    private List<Answer> exchanged(String bearer, String sender, Ask... asks) throws Exception {
        MockHttpServletResponse answer = send(bearer, message(sender, asks));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        Reading.Understood read =
                (Reading.Understood) Warrants.read(answer.getContentAsByteArray());
        return ((HiMessage.Body.Response) read.message().body())
                .actions().stream().map(HiMessage.ActionResponse::answer).toList();
    }

    private byte[] message(String sender, Ask... asks) {
        List<HiMessage.ActionRequest> actions = new ArrayList<>();
        Arrays.stream(asks)
                .forEach(ask ->
                        actions.add(
                                new HiMessage.ActionRequest(
                                        BigInteger.valueOf(actions.size()), ask)));
        return Warrants.write(
                new HiMessage(
                        words.header(
                                new Endpoint("AZ", sender),
                                new Endpoint("AZ", "qalxan"),
                                UUID.randomUUID().toString(),
                                clock.instant()),
                        new HiMessage.Body.Request(actions)));
    }

    private MockHttpServletResponse send(String bearer, byte[] xml) throws Exception {
        return mvc.perform(
                        post("/api/operators/etsi")
                                .header("Authorization", "Bearer " + bearer)
                                .contentType(MediaType.APPLICATION_XML)
                                .content(xml))
                .andReturn()
                .getResponse();
    }

    private static String failure(MockHttpServletResponse answer) {
        Reading.Understood read =
                (Reading.Understood) Warrants.read(answer.getContentAsByteArray());
        return ((HiMessage.Body.Failure) read.message().body()).error().description();
    }

    private JsonNode json(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(request.header("Authorization", "Bearer " + token))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private DataOrder approved(String value) throws Exception {
        MockHttpServletResponse drafted =
                as(
                        drafter,
                        post("/operators/orders")
                                .param("kind", "subscriber")
                                .param("provider", A)
                                .param("format", "Other")
                                .param("identifiers", value)
                                .param("words", "Hesabın sahibi haqqında məlumat.")
                                .param("purpose", "Sınaq üçün lazımdır.")
                                .param("basis", basis()));
        String number =
                Objects.requireNonNull(drafted.getHeader("Location"))
                        .substring("/operators/orders/".length());
        approve(number);
        return system(() ->
                transaction.execute(status -> store().find(new OrderNumber(number)).orElseThrow()));
    }

    @Autowired OrderStore orders;

    private OrderStore store() {
        return orders;
    }

    private String basis() throws Exception {
        Matcher basis =
                Pattern.compile("name=\"basis\" value=\"([^\"]+)\"")
                        .matcher(as(drafter, get("/operators/orders/new")).getContentAsString());
        assertThat(basis.find()).isTrue();
        return basis.group(1);
    }

    private void approve(String number) throws Exception {
        assertThat(
                        as(
                                        approver,
                                        post("/operators/orders/" + number + "/approve")
                                                .param("version", "0"))
                                .getStatus())
                .isEqualTo(302);
    }

    private String page(String number) throws Exception {
        return as(drafter, get("/operators/orders/" + number)).getContentAsString();
    }

    private MockHttpServletResponse as(
            Caller caller,
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String kept(byte[] content) {
        return Objects.requireNonNull(
                system(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select verdict from operators.message"
                                                        + " where sha256 = :digest")
                                        .param("digest", Sha256.of(content))
                                        .query(String.class)
                                        .single())));
    }

    private <T> T system(Supplier<T> work) {
        return ActingAs.call(TransactionIdentity.job("test"), work::get);
    }
}
