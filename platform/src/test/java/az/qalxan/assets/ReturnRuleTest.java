package az.qalxan.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proposals of returns: everything that can be given is given, nobody gets more than theirs. */
class ReturnRuleTest {

    @ParameterizedTest
    @EnumSource(ReturnRule.class)
    void aProposalGivesWhatThereIsAndNoMoreThanIsClaimed(ReturnRule rule) {
        for (int round = 0; round < 500; round++) {
            long seed = 13_000 + round;
            Random random = new Random(seed);
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                claims.add(claim(i, 1 + random.nextInt(10_000)));
            }
            BigInteger claimed = total(claims);
            Money free = units(random.nextInt(80_000));
            List<Claim> shares = rule.propose(free, claims);
            assertThat(total(shares)).as("seed %d", seed).isEqualTo(claimed.min(free.units()));
            for (int i = 0; i < claims.size(); i++) {
                assertThat(shares.get(i).traced().isMoreThan(claims.get(i).traced()))
                        .as("seed %d", seed)
                        .isFalse();
            }
        }
    }

    @Test
    void theFirstTracedIsMadeWholeFirst() {
        List<Claim> shares =
                ReturnRule.FIRST_TRACED.propose(
                        units(150), List.of(claim(1, 100), claim(2, 100), claim(3, 100)));
        assertThat(shares)
                .extracting(one -> one.traced().units().intValue())
                .containsExactly(100, 50, 0);
    }

    @Test
    void inProportionTheCentsAddUp() {
        List<Claim> shares =
                ReturnRule.PROPORTIONAL.propose(
                        units(100), List.of(claim(1, 100), claim(2, 100), claim(3, 100)));
        assertThat(shares)
                .extracting(one -> one.traced().units().intValue())
                .containsExactly(34, 33, 33);
    }

    private static BigInteger total(List<Claim> claims) {
        return claims.stream()
                .map(one -> one.traced().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Claim claim(int victim, int units) {
        return new Claim(Play.report(victim), "M-2026-" + victim, units(units));
    }

    private static Money units(int units) {
        return Money.ofUnits(BigInteger.valueOf(units), "AZN");
    }
}
