package az.qalxan.exchange.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.directory.DirectoryStage;
import az.qalxan.engines.threatintel.cap.CapAlert;
import az.qalxan.engines.threatintel.cap.CapMessage;
import az.qalxan.engines.threatintel.cap.CapReader;
import az.qalxan.engines.threatintel.cap.CapReading;
import az.qalxan.engines.threatintel.cap.CapReference;
import az.qalxan.engines.threatintel.cap.CapResponse;
import az.qalxan.engines.threatintel.cap.CapScope;
import az.qalxan.engines.threatintel.cap.CapStatus;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Who lets warnings out, whom they reach, who sees what of them. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class WarningTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired WarningDesk desk;
    @Autowired WarningRelease release;
    @Autowired WarningReceipts receipts;
    @Autowired WarningStore store;
    @Autowired WarningDeliveryStore deliveries;
    @Autowired WarningCap cap;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Caller writer = SignedIn.caller("sciencecert", Role.CERT_ANALYST);
    private final Caller second = SignedIn.caller("sciencecert", Role.CERT_ANALYST);
    private final Caller third = SignedIn.caller("sciencecert", Role.CERT_ANALYST);
    private final Caller duty = SignedIn.caller("sciencecert", Role.DUTY_OFFICER);
    private String body;
    private Caller receiver;
    private WarningStage stage;

    @BeforeEach
    void begin() {
        stage = new WarningStage(context);
        body = new DirectoryStage(context).operator("Operator");
        receiver = SignedIn.caller(body, Role.OPERATOR_CONTACT);
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private String draft(boolean drill, String handling) {
        return stage.write(writer, stage.form(drill, handling, List.of(body)));
    }

    private String out(boolean drill, String handling) {
        String number = draft(drill, handling);
        stage.ask(writer, number);
        stage.approve(second, number);
        stage.approve(third, number);
        return number;
    }

    private Warning seen(Caller caller, String number) {
        return as(caller, () -> store.find(number).orElseThrow());
    }

    private CapAlert capOf(String number) {
        String xml = as(writer, () -> cap.xml(store.find(number).orElseThrow()));
        return ((CapReading.Read) CapReader.read(xml.getBytes(StandardCharsets.UTF_8))).alert();
    }

    @Test
    void warningGoesOutWithTwoApprovalsOfOthersThanItsWriter() {
        String number = draft(false, "TLP:GREEN");
        stage.ask(writer, number);
        assertThatThrownBy(() -> stage.approve(writer, number)).isInstanceOf(ProblemFound.class);
        stage.approve(second, number);
        assertThatThrownBy(() -> stage.approve(second, number)).isInstanceOf(ProblemFound.class);
        assertThat(seen(writer, number).waiting()).isTrue();
        assertThat(as(receiver, () -> store.find(number))).isEmpty();
        stage.approve(third, number);
        assertThat(seen(receiver, number).released()).isTrue();
    }

    @Test
    void databaseLetsNothingOutWithoutTwoApprovals() {
        String number = draft(false, "TLP:GREEN");
        stage.ask(writer, number);
        stage.approve(second, number);
        for (String lane : List.of("two", "fast")) {
            assertThatThrownBy(() -> as(third, () -> releasePast(number, lane)))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(seen(writer, number).waiting()).isTrue();
    }

    private int releasePast(String number, String lane) {
        return jdbc.sql(
                        """
                        update exchange.warning set state = 'released', lane = :lane,
                          released_at = now() where number = :number
                        """)
                .param("lane", lane)
                .param("number", number)
                .update();
    }

    @Test
    void whoeverChangedADraftIsItsWriterToo() {
        String number = draft(false, "TLP:GREEN");
        WarningForm form = stage.form(false, "TLP:GREEN", List.of(body));
        SignedIn.run(second, () -> desk.change(second, number, stage.checked(form)));
        stage.ask(writer, number);
        assertThatThrownBy(() -> stage.approve(second, number)).isInstanceOf(ProblemFound.class);
        stage.approve(third, number);
        assertThatThrownBy(() -> as(duty, () -> releasePast(number, "two")))
                .isInstanceOf(DataAccessException.class);
        stage.approve(SignedIn.caller("sciencecert", Role.COORDINATOR), number);
        assertThat(seen(writer, number).released()).isTrue();
    }

    @Test
    void approvalsBeforeItWentBackDoNotCount() {
        String number = draft(false, "TLP:GREEN");
        stage.ask(writer, number);
        stage.approve(second, number);
        SignedIn.run(third, () -> release.sendBack(third, number, "Ünvan səhvdir"));
        assertThat(seen(writer, number).draft()).isTrue();
        stage.ask(writer, number);
        stage.approve(second, number);
        assertThat(seen(writer, number).waiting()).isTrue();
        stage.approve(third, number);
        assertThat(seen(writer, number).released()).isTrue();
    }

    @Test
    void fastLaneIsTheDutyOfficersAndAsksForASecondLook() {
        String number = draft(false, "TLP:GREEN");
        assertThatThrownBy(() -> SignedIn.run(writer, () -> release.fast(writer, number)))
                .isInstanceOf(ProblemFound.class);
        SignedIn.run(duty, () -> release.fast(duty, number));
        assertThat(seen(writer, number).secondMissing()).isTrue();
        assertThatThrownBy(() -> SignedIn.run(duty, () -> release.second(duty, number, true, "")))
                .isInstanceOf(ProblemFound.class);
        stage.look(clock.instant().plus(Duration.ofMinutes(61)));
        Warning late = seen(writer, number);
        assertThat(late.course().second()).matches(one -> one != null && one.late());
        SignedIn.run(second, () -> release.second(second, number, true, ""));
        assertThat(seen(writer, number).secondMissing()).isFalse();
    }

    @Test
    void whatIsOutIsNotChanged() {
        String number = out(false, "TLP:GREEN");
        WarningForm.Checked other = stage.checked(stage.form(false, "TLP:CLEAR", List.of(body)));
        assertThatThrownBy(() -> SignedIn.run(writer, () -> desk.change(writer, number, other)))
                .isInstanceOf(ProblemFound.class);
        assertThatThrownBy(() ->
                        as(
                                writer,
                                () ->
                                        jdbc.sql(
                                                        """
                                                        update exchange.warning
                                                        set text_az = 'Başqa sözlər'
                                                        where number = :number
                                                        """)
                                                .param("number", number)
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void bodyWithoutAnAddressIsOneToCall() {
        String number = out(false, "TLP:GREEN");
        stage.look(clock.instant());
        Warning one = seen(writer, number);
        WarningDelivery delivery = as(writer, () -> deliveries.of(one.id())).getFirst();
        assertThat(delivery.state()).isEqualTo("portal");
        assertThat(delivery.toCall()).isTrue();
        SignedIn.run(receiver, () -> receipts.acknowledge(receiver, number, "Baxırıq"));
        assertThat(as(writer, () -> deliveries.of(one.id())).getFirst())
                .matches(WarningDelivery::acknowledged)
                .matches(after -> !after.toCall());
        assertThatThrownBy(() ->
                        SignedIn.run(receiver, () -> receipts.acknowledge(receiver, number, "")))
                .isInstanceOf(ProblemFound.class);
    }

    @Test
    void receiverSeesItsOwnRowAndNobodyElseAnything() {
        String other = new DirectoryStage(context).operator("Digər");
        String number = stage.write(writer, stage.form(false, "TLP:AMBER", List.of(body, other)));
        stage.ask(writer, number);
        stage.approve(second, number);
        stage.approve(third, number);
        Warning one = seen(receiver, number);
        assertThat(as(receiver, () -> deliveries.of(one.id())))
                .extracting(WarningDelivery::toBody)
                .containsExactly(body);
        assertThat(as(receiver, () -> store.signatures(one.id(), 1))).isEmpty();
        assertThat(as(receiver, () -> store.steps(one.id()))).isEmpty();
        Caller stranger =
                SignedIn.caller(new DirectoryStage(context).operator("Yad"), Role.OPERATOR_CONTACT);
        assertThat(as(stranger, () -> store.find(number))).isEmpty();
        assertThat(as(stranger, () -> deliveries.of(one.id()))).isEmpty();
    }

    @Test
    void auditorSeesNoStrictWarning() {
        Caller auditor = SignedIn.caller("bp", Role.AUDITOR);
        String amber = out(false, "TLP:AMBER");
        String strict = out(false, "TLP:AMBER+STRICT");
        assertThat(as(auditor, () -> store.find(amber))).isPresent();
        assertThat(as(auditor, () -> store.find(strict))).isEmpty();
    }

    @Test
    void correctionAndAllClearReachWhoeverGotTheFirst() {
        String number = out(true, "TLP:GREEN");
        String other = new DirectoryStage(context).operator("Digər");
        String correction = follow(number, WarningKind.CORRECTION, other);
        String clear = follow(correction, WarningKind.ALL_CLEAR, other);
        assertThat(as(writer, () -> deliveries.of(store.find(clear).orElseThrow().id())))
                .extracting(WarningDelivery::toBody)
                .containsExactlyInAnyOrder(body, other);
        CapAlert last = capOf(clear);
        assertThat(last.message()).isEqualTo(CapMessage.UPDATE);
        assertThat(last.status()).isEqualTo(CapStatus.EXERCISE);
        assertThat(last.infos().getFirst().responses()).containsExactly(CapResponse.ALL_CLEAR);
        assertThat(last.references())
                .extracting(CapReference::identifier)
                .containsExactly(correction, number);
    }

    private String follow(String number, WarningKind kind, String to) {
        WarningForm.Checked form = stage.checked(stage.form(false, "TLP:GREEN", List.of(to)));
        List<String> next = new ArrayList<>();
        SignedIn.run(writer, () -> next.add(desk.follow(writer, number, kind, form)));
        stage.ask(writer, next.getFirst());
        stage.approve(second, next.getFirst());
        stage.approve(third, next.getFirst());
        return next.getFirst();
    }

    @Test
    void nobodyIsRemindedOfWhatWasCorrected() {
        String first = out(true, "TLP:GREEN");
        follow(first, WarningKind.CORRECTION, body);
        stage.look(clock.instant().plus(Duration.ofMinutes(61)));
        Warning one = seen(writer, first);
        assertThat(as(writer, () -> deliveries.of(one.id())).getFirst())
                .matches(delivery -> delivery.level() == 0 && delivery.dueAt() == null);
        assertThat(as(writer, () -> store.steps(one.id())))
                .extracting(WarningStore.Step::kind)
                .doesNotContain("reminded");
    }

    @Test
    void unansweredBodyIsRemindedThenCalled() {
        String number = out(true, "TLP:GREEN");
        stage.look(clock.instant());
        stage.look(clock.instant().plus(Duration.ofMinutes(61)));
        stage.look(clock.instant().plus(Duration.ofMinutes(122)));
        Warning one = seen(writer, number);
        assertThat(as(writer, () -> store.steps(one.id())))
                .extracting(WarningStore.Step::kind)
                .contains("reminded", "overdue");
    }

    @Test
    void capCarriesMarkingAndPlace() {
        CapAlert alert = capOf(out(false, "TLP:AMBER"));
        assertThat(alert.status()).isEqualTo(CapStatus.ACTUAL);
        assertThat(alert.scope()).isEqualTo(CapScope.RESTRICTED);
        assertThat(alert.restriction()).isEqualTo(Handling.AMBER.label());
        assertThat(alert.infos().getFirst().areas().getFirst().polygons()).isNotEmpty();
        assertThat(alert.infos()).extracting("language").containsExactly("az", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLP:RED", "", "GREEN"})
    void markingOfAWarningIsNeverRed(String handling) {
        List<az.qalxan.web.Violation> wrong = new ArrayList<>();
        assertThat(
                        context.getBean(WarningPages.class)
                                .checked(stage.form(false, handling, List.of(body)), wrong))
                .isEmpty();
        assertThat(wrong).extracting("location").containsExactly("handling");
    }

    @Test
    void programOfTheBodyFetchesAndAcknowledges() throws Exception {
        String number = out(true, "TLP:GREEN");
        Caller program = SignedIn.caller(body, Role.EXCHANGE_CLIENT);
        String list =
                mvc.perform(MockMvcRequestBuilders.get("/api/warnings").with(SignedIn.as(program)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(list).contains(number, "\"drill\":true", "\"acknowledgedAt\":null");
        String xml =
                mvc.perform(
                                MockMvcRequestBuilders.get("/api/warnings/" + number + "/cap")
                                        .with(SignedIn.as(program)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(CapReader.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CapReading.Read.class);
        for (int expected : List.of(204, 409)) {
            assertThat(
                            mvc.perform(
                                            MockMvcRequestBuilders.post(
                                                            "/api/warnings/"
                                                                    + number
                                                                    + "/acknowledge")
                                                    .contentType("application/json")
                                                    .content("{\"words\": \"\"}")
                                                    .with(SignedIn.as(program)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .isEqualTo(expected);
        }
    }
}
