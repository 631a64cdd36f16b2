package az.qalxan.operators;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderMoveTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final Words NONE = new Words("", "");

    @Test
    void nobodyApprovesAnOwnDraft() {
        assertThat(approve(order(false), "a", "", 1)).isEqualTo(refused("own-draft"));
    }

    @Test
    void oneApprovalSendsWhereOneIsEnough() {
        DataOrder sent = moved(approve(order(false), "b", "", 1));
        assertThat(sent.status()).isEqualTo(OrderStatus.AWAITING_DISCLOSURE);
        assertThat(sent.approval()).isEqualTo(OrderApproval.APPROVED);
        assertThat(sent.times().approvedAt()).isEqualTo(NOW);
        assertThat(sent.times().dueAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void twoApprovalsAreOfTwoPeople() {
        DataOrder waiting = moved(approve(order(false), "b", "", 2));
        assertThat(waiting.status()).isEqualTo(OrderStatus.AWAITING_APPROVAL);
        assertThat(approve(waiting, "b", "b", 2)).isEqualTo(refused("approved-already"));
        assertThat(moved(approve(waiting, "c", "b", 2)).status())
                .isEqualTo(OrderStatus.AWAITING_DISCLOSURE);
    }

    @Test
    void anEmergencyGoesOutOnOneApprovalAndIsConfirmedByAnother() {
        DataOrder sent = moved(approve(order(true), "b", "", 2));
        assertThat(sent.approval()).isEqualTo(OrderApproval.EMERGENCY_APPROVAL);
        assertThat(OrderMove.ofAuthority(sent, new OrderStep.Confirm(), given("b", "b", 2)))
                .isEqualTo(refused("approved-already"));
        assertThat(OrderMove.ofAuthority(sent, new OrderStep.Confirm(), given("a", "b", 2)))
                .isEqualTo(refused("approved-already"));
        assertThat(
                        moved(
                                        OrderMove.ofAuthority(
                                                sent, new OrderStep.Confirm(), given("c", "b", 2)))
                                .approval())
                .isEqualTo(OrderApproval.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = "AWAITING_DISCLOSURE",
            mode = EnumSource.Mode.EXCLUDE)
    void anOperatorAnswersOnlyWhatWaitsForIt(OrderStatus status) {
        DataOrder order =
                order(false).with(status, OrderApproval.APPROVED, "", order(false).times());
        for (OrderStep step :
                List.of(
                        new OrderStep.Acknowledge(),
                        new OrderStep.Ask("?"),
                        new OrderStep.Disclose(""),
                        new OrderStep.Unavailable("x"))) {
            assertThat(OrderMove.ofOperator(order, step, NOW)).isEqualTo(refused("state"));
        }
    }

    @Test
    void neitherSideTakesTheStepsOfTheOther() {
        DataOrder sent = moved(approve(order(false), "b", "", 1));
        assertThat(OrderMove.ofOperator(sent, new OrderStep.Cancel("x"), NOW))
                .isEqualTo(refused("side"));
        assertThat(OrderMove.ofAuthority(sent, new OrderStep.Disclose(""), given("b", "b", 1)))
                .isEqualTo(refused("side"));
    }

    @Test
    void anAnswerAlsoTakesNote() {
        DataOrder sent = moved(approve(order(false), "b", "", 1));
        DataOrder answered =
                moved(OrderMove.ofOperator(sent, new OrderStep.Unavailable("boş"), NOW));
        assertThat(answered.times().acknowledgedAt()).isEqualTo(NOW);
        assertThat(answered.times().answeredAt()).isEqualTo(NOW);
        assertThat(answered.reason()).isEqualTo("boş");
    }

    @ParameterizedTest
    @CsvSource({
        "InternationalE164, +994 50 555-01-27, 994505550127",
        "IPv6Address, 2001:db8::1, 2001:0db8:0000:0000:0000:0000:0000:0001",
        "IPv6Address, ::, 0000:0000:0000:0000:0000:0000:0000:0000",
        "IPv4Address, 192.0.2.23, 192.0.2.23",
        "IMEI, 35-209900-176148, 35209900176148",
        "Other, hesab 17, hesab 17"
    })
    void identifiersAreWrittenAsTheStandardWritesThem(String format, String typed, String value) {
        assertThat(Identifier.read(format, typed)).contains(new Identifier(format, value));
    }

    @ParameterizedTest
    @CsvSource({
        "InternationalE164, 050",
        "InternationalE164, zəng",
        "IPv6Address, 2001:db8::1::2",
        "IPv6Address, 1:2:3",
        "IPv4Address, 192.0.2.256",
        "IMEI, 352099001761481",
        "Nothing, 1"
    })
    void whatIsNoIdentifierIsRefused(String format, String typed) {
        assertThat(Identifier.read(format, typed)).isEmpty();
    }

    @Test
    void quantilesAreOfTheNearestRank() {
        List<Double> ten = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        assertThat(AnswerTimes.quantile(ten, 0.5)).isEqualTo(5.0);
        assertThat(AnswerTimes.quantile(ten, 0.9)).isEqualTo(9.0);
        assertThat(AnswerTimes.quantile(List.of(7.0), 0.9)).isEqualTo(7.0);
        assertThat(AnswerTimes.quantile(List.of(), 0.5)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\\\temp\\\\cavab.csv, cavab.csv",
        ".htaccess, file.htaccess",
        "'a<b>\"c.txt', a_b__c.txt"
    })
    void namesOfFilesAreMadeSafe(String given, String kept) {
        assertThat(FileNames.clean(given)).isEqualTo(kept);
    }

    private static OrderMove.Outcome approve(
            DataOrder order, String account, String approvedBy, int approvals) {
        return OrderMove.ofAuthority(
                order, new OrderStep.Approve(), given(account, approvedBy, approvals));
    }

    private static OrderMove.Circumstances given(String account, String approvedBy, int approvals) {
        return new OrderMove.Circumstances(
                account,
                new Inside("", "", "a", "", approvedBy, "", ""),
                approvals,
                NOW,
                new OrderMove.Due(NOW.plusSeconds(60), "clock", NONE));
    }

    private static DataOrder moved(OrderMove.Outcome outcome) {
        return ((OrderMove.Outcome.Moved) outcome).order();
    }

    private static OrderMove.Outcome refused(String why) {
        return new OrderMove.Outcome.Refused(why);
    }

    private static DataOrder order(boolean emergency) {
        return new DataOrder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new OrderNumber("AZ-DIN-ABCDEFG"),
                "din",
                "operator-a",
                OrderStatus.AWAITING_APPROVAL,
                OrderApproval.AWAITING_APPROVAL,
                "",
                new DataOrder.Demand(
                        OrderKind.TRAFFIC, emergency, false, List.of(), null, null, ""),
                new DataOrder.Ground("", NONE, false),
                new DataOrder.Times(NOW, null, null, null, null, "", NONE),
                Handling.AMBER,
                null,
                0);
    }
}
