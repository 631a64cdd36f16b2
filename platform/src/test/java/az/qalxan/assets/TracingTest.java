package az.qalxan.assets;

import static az.qalxan.assets.Play.account;
import static az.qalxan.assets.Play.transfer;
import static az.qalxan.assets.Play.victim;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose money moved, on paths that a person can check by hand. */
class TracingTest {

    private static final Holding A = account(1);
    private static final Holding B = account(2);

    @Test
    void whatCameFirstLeavesFirst() {
        Transfer out = transfer(3, A, B, "150.00");
        Tracing tracing =
                Tracing.of(
                        List.of(
                                transfer(1, victim(1), A, "100.00"),
                                transfer(2, victim(2), A, "100.00"),
                                out),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.sent(out.id())).containsExactly(part(1, 10_000), part(2, 5_000));
        assertThat(tracing.left(A.key(), "AZN")).containsExactly(part(2, 5_000));
    }

    @Test
    void aProportionalPaymentTakesOfEverybody() {
        Transfer out = transfer(3, A, B, "100.00");
        Tracing tracing =
                Tracing.of(
                        List.of(
                                transfer(1, victim(1), A, "100.00"),
                                transfer(2, victim(2), A, "300.00"),
                                out),
                        TracingRule.PROPORTIONAL);
        assertThat(tracing.sent(out.id())).containsExactly(part(1, 2_500), part(2, 7_500));
    }

    @Test
    void whatLeavesBeyondWhatCameIsNobodys() {
        Transfer out = transfer(2, A, B, "500.00");
        Tracing tracing =
                Tracing.of(
                        List.of(transfer(1, victim(1), A, "100.00"), out),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.sent(out.id()))
                .containsExactly(part(1, 10_000), new Part(Part.OTHER, BigInteger.valueOf(40_000)));
    }

    @Test
    void moneyInACircleComesBackAndIsNotDoubled() {
        Tracing tracing =
                Tracing.of(
                        List.of(
                                transfer(1, victim(1), A, "100.00"),
                                transfer(2, A, B, "100.00"),
                                transfer(3, B, A, "100.00"),
                                transfer(4, A, B, "30.00")),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.left(A.key(), "AZN")).containsExactly(part(1, 7_000));
        assertThat(tracing.left(B.key(), "AZN")).containsExactly(part(1, 3_000));
    }

    @Test
    void moneyThatLeftBeforeItCameWasNotTheVictims() {
        Transfer before = transfer(1, A, B, "100.00");
        Tracing tracing =
                Tracing.of(
                        List.of(before, transfer(2, victim(1), A, "100.00")),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.sent(before.id()))
                .containsExactly(new Part(Part.OTHER, BigInteger.valueOf(10_000)));
    }

    @Test
    void atOneMomentMoneyArrivesBeforeItLeaves() {
        Transfer out = transfer(1, A, B, "100.00");
        Transfer onward = transfer(1, B, account(3), "60.00");
        Tracing tracing =
                Tracing.of(
                        List.of(onward, out, transfer(1, victim(1), A, "100.00")),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.sent(onward.id())).containsExactly(part(1, 6_000));
    }

    @Test
    void anExchangeKeepsWhoseMoneyItIs() {
        Transfer exchange = transfer(3, A, B, Money.of("300.00", "AZN"), Money.of("175.5", "USDT"));
        Tracing tracing =
                Tracing.of(
                        List.of(
                                transfer(1, victim(1), A, "100.00"),
                                transfer(2, victim(2), A, "200.00"),
                                exchange),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.left(B.key(), "USDT"))
                .containsExactly(part(1, 5_850_000_000L), part(2, 11_700_000_000L));
        assertThat(tracing.left(A.key(), "AZN")).isEmpty();
        assertThat(tracing.left(B.key(), "AZN")).isEmpty();
    }

    @Test
    void whatGoesBackToAVictimIsTheVictimsOwn() {
        Transfer back = transfer(3, A, victim(2), "120.00");
        Tracing tracing =
                Tracing.of(
                        List.of(
                                transfer(1, victim(1), A, "100.00"),
                                transfer(2, victim(2), A, "100.00"),
                                back),
                        TracingRule.FIRST_IN_FIRST_OUT);
        assertThat(tracing.sent(back.id())).containsExactly(part(2, 10_000), part(1, 2_000));
        assertThat(tracing.left(A.key(), "AZN")).containsExactly(part(1, 8_000));
    }

    private static Part part(int victim, long units) {
        return new Part(victim(victim).key(), BigInteger.valueOf(units));
    }
}
