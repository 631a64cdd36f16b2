package az.qalxan.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is conserved whatever happens, and a naive player of single coins agrees. */
class TracingPropertyTest {

    private static final int ROUNDS = 150;

    @ParameterizedTest
    @EnumSource(TracingRule.class)
    void moneyIsConserved(TracingRule rule) {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = 7_000 + round;
            List<Transfer> transfers = Play.random(new Random(seed), 60);
            Tracing tracing = Tracing.of(transfers, rule);
            for (Transfer one : transfers) {
                assertThat(Part.total(tracing.sent(one.id())))
                        .as("seed %d, %s", seed, one)
                        .isEqualTo(one.sent().units());
                assertThat(Part.total(tracing.received(one.id())))
                        .as("seed %d, %s", seed, one)
                        .isEqualTo(one.received().units());
            }
            nothingIsMadeOrLost(tracing, transfers, seed);
        }
    }

    /** In each holding and currency: what came in is what went out plus what is left, by origin. */
    private static void nothingIsMadeOrLost(Tracing tracing, List<Transfer> transfers, long seed) {
        Map<String, BigInteger> balance = new TreeMap<>();
        for (Transfer one : transfers) {
            tracing.received(one.id())
                    .forEach(part ->
                            balance.merge(
                                    name(one.to(), one.received(), part),
                                    part.units(),
                                    BigInteger::add));
            if (!one.from().isVictim()) {
                tracing.sent(one.id()).stream()
                        .filter(part -> !part.origin().equals(Part.OTHER))
                        .forEach(part ->
                                balance.merge(
                                        name(one.from(), one.sent(), part),
                                        part.units().negate(),
                                        BigInteger::add));
            }
        }
        Map<String, BigInteger> left = new TreeMap<>();
        for (Transfer one : transfers) {
            for (Part part : left(tracing, one)) {
                left.put(
                        name(one.to(), one.received(), part),
                        left(tracing, one).stream()
                                .filter(other -> other.origin().equals(part.origin()))
                                .map(Part::units)
                                .reduce(BigInteger.ZERO, BigInteger::add));
            }
        }
        balance.forEach((where, units) -> {
            if (!where.endsWith("|")) {
                assertThat(units)
                        .as("seed %d, %s", seed, where)
                        .isEqualTo(left.getOrDefault(where, BigInteger.ZERO))
                        .isGreaterThanOrEqualTo(BigInteger.ZERO);
            }
        });
    }

    private static List<Part> left(Tracing tracing, Transfer one) {
        return tracing.left(one.to().key(), one.received().currency());
    }

    private static String name(Holding holding, Money money, Part part) {
        return holding.key() + "|" + money.currency() + "|" + part.origin();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void firstInFirstOutAgreesWithSingleCoins(long first) {
        for (long seed = first * 1_000; seed < first * 1_000 + ROUNDS; seed++) {
            List<Transfer> transfers = plain(Play.random(new Random(seed), 50));
            Tracing tracing = Tracing.of(transfers, TracingRule.FIRST_IN_FIRST_OUT);
            Map<String, Deque<String>> coins = coins(transfers);
            coins.forEach((where, there) -> {
                String[] place = where.split("\\|");
                assertThat(asCoins(tracing.left(place[0], place[1])))
                        .as("at %s", where)
                        .isEqualTo(new ArrayList<>(there));
            });
        }
    }

    /** One coin after the other, each with its owner's name. */
    private static Map<String, Deque<String>> coins(List<Transfer> transfers) {
        Map<String, Deque<String>> pots = new HashMap<>();
        for (Transfer one : TransferOrder.of(transfers)) {
            String currency = "|" + one.sent().currency();
            Deque<String> to =
                    pots.computeIfAbsent(one.to().key() + currency, key -> new ArrayDeque<>());
            Deque<String> from =
                    pots.computeIfAbsent(one.from().key() + currency, key -> new ArrayDeque<>());
            for (int coin = 0; coin < one.sent().units().intValue(); coin++) {
                String owner = one.from().isVictim() ? one.from().key() : taken(from, one.to());
                to.addLast(owner);
            }
        }
        return pots;
    }

    /** A victim is given the own coins first. */
    private static String taken(Deque<String> from, Holding to) {
        if (to.isVictim() && from.removeFirstOccurrence(to.key())) {
            return to.key();
        }
        return from.isEmpty() ? Part.OTHER : from.removeFirst();
    }

    private static List<String> asCoins(List<Part> parts) {
        return parts.stream()
                .flatMap(part ->
                        Collections.nCopies(part.units().intValue(), part.origin()).stream())
                .toList();
    }

    /** Without exchanges and fees, which single coins do not know. */
    private static List<Transfer> plain(List<Transfer> transfers) {
        return transfers.stream()
                .filter(one -> one.sent().equals(one.received()))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aProportionalPaymentIsWithinOneUnitOfTheExactShare(long first) {
        for (long seed = first * 1_000; seed < first * 1_000 + ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                parts.add(new Part("v" + i, BigInteger.valueOf(1 + random.nextInt(500))));
            }
            BigInteger total = Part.total(parts);
            BigInteger amount = BigInteger.valueOf(random.nextLong(total.longValue() + 1));
            List<Part> split = Part.split(amount, parts);
            assertThat(Part.total(split)).as("seed %d", seed).isEqualTo(amount);
            for (int i = 0; i < parts.size(); i++) {
                double exact =
                        amount.doubleValue()
                                * parts.get(i).units().doubleValue()
                                / total.doubleValue();
                assertThat(Math.abs(split.get(i).units().doubleValue() - exact))
                        .as("seed %d", seed)
                        .isLessThan(1);
                assertThat(split.get(i).units())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(parts.get(i).units());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TracingRule.class)
    void theOrderInWhichTransfersAreEnteredDoesNotMatter(TracingRule rule) {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = 9_000 + round;
            List<Transfer> transfers = Play.random(new Random(seed), 40);
            List<Transfer> mixed = new ArrayList<>(transfers);
            Collections.shuffle(mixed, new Random(seed + 1));
            Tracing one = Tracing.of(transfers, rule);
            Tracing other = Tracing.of(mixed, rule);
            for (Transfer transfer : transfers) {
                assertThat(other.sent(transfer.id()))
                        .as("seed %d", seed)
                        .isEqualTo(one.sent(transfer.id()));
            }
        }
    }
}
