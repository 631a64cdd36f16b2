package az.qalxan.assets;

import static az.qalxan.assets.Play.account;
import static az.qalxan.assets.Play.transfer;
import static az.qalxan.assets.Play.victim;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Totals of a trail: never more than came in, never one currency in another. */
class TrailMakerTest {

    private static final Holding A = account(1);
    private static final Holding B = account(2);

    @Test
    void aTrailTellsHowFarWhatAndHowMuch() {
        List<Transfer> transfers =
                List.of(
                        transfer(1, victim(1), A, "100.00"),
                        transfer(2, victim(2), A, "50.00"),
                        transfer(3, A, B, "120.00"));
        Trail trail =
                TrailMaker.make(
                        new TrailMaker.Asked(Set.of(victim(1).key()), Set.of(A.key(), B.key())),
                        transfers,
                        TracingRule.FIRST_IN_FIRST_OUT,
                        new TrailMaker.Held(
                                new TrailMaker.Sums(
                                        Map.of(B.key(), List.of(Money.of("70.00", "AZN")))),
                                TrailMaker.Sums.NONE,
                                List.of()));
        assertThat(trail.places())
                .extracting(one -> one.holding().key() + " " + one.hops())
                .containsExactly(
                        victim(1).key() + " 0",
                        A.key() + " 1",
                        B.key() + " 2",
                        Trail.OTHER_VICTIMS + " " + Trail.NOT_REACHED);
        Trail.Totals atB = trail.places().get(2).in("AZN").orElseThrow();
        assertThat(atB.in()).isEqualByComparingTo("120.00");
        assertThat(atB.traced()).isEqualByComparingTo("100.00");
        assertThat(atB.left()).isEqualByComparingTo("100.00");
        assertThat(atB.frozen()).isEqualByComparingTo("70.00");
        assertThat(MoneySum.of(trail, new MoneySum.Saved(List.of(), List.of())))
                .singleElement()
                .satisfies(sum -> {
                    assertThat(sum.lost()).isEqualByComparingTo("100.00");
                    assertThat(sum.left()).isEqualByComparingTo("100.00");
                });
    }

    @Test
    void totalsNeverExceedWhatCameIn() {
        for (int round = 0; round < 200; round++) {
            long seed = 11_000 + round;
            List<Transfer> transfers = Play.random(new Random(seed), 60);
            Set<String> asked = Set.of(victim(0).key(), victim(1).key());
            Set<String> named =
                    transfers.stream()
                            .flatMap(one -> Stream.of(one.from().key(), one.to().key()))
                            .collect(Collectors.toSet());
            for (TracingRule rule : TracingRule.values()) {
                Trail trail =
                        TrailMaker.make(
                                new TrailMaker.Asked(asked, named),
                                transfers,
                                rule,
                                TrailMaker.Held.NOTHING);
                check(trail, seed);
            }
        }
    }

    private static void check(Trail trail, long seed) {
        for (Trail.Place place : trail.places()) {
            for (Trail.Totals one : place.totals()) {
                assertThat(one.left()).as("seed %d", seed).isLessThanOrEqualTo(one.traced());
                if (!place.holding().isVictim()) {
                    assertThat(one.traced()).as("seed %d", seed).isLessThanOrEqualTo(one.in());
                }
                assertThat(one.left()).isNotNegative();
            }
        }
        BigDecimal lost = sum(trail, true);
        assertThat(sum(trail, false)).as("seed %d", seed).isLessThanOrEqualTo(lost);
        trail.flows()
                .forEach(flow ->
                        assertThat(flow.traced().isMoreThan(flow.sent()))
                                .as("seed %d", seed)
                                .isFalse());
    }

    /** In a currency that no exchange reaches, what is left is at most what was lost. */
    private static BigDecimal sum(Trail trail, boolean victims) {
        return trail.places().stream()
                .filter(one -> one.holding().isVictim() == victims)
                .filter(one -> !one.holding().key().equals(Trail.OTHER_VICTIMS))
                .flatMap(one -> one.in("AZN").stream())
                .map(one -> victims ? one.out() : one.left())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
