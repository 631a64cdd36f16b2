package az.qalxan.series.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import az.qalxan.series.picture.MoneyPicture.FlowPlace;
import az.qalxan.series.picture.MoneyPicture.InCurrency;
import az.qalxan.series.picture.MoneyPicture.StopPlace;
import az.qalxan.series.picture.MoneyTrail.Flow;
import az.qalxan.series.picture.MoneyTrail.Stop;
import az.qalxan.series.picture.MoneyTrail.StopKind;
import az.qalxan.series.picture.MoneyTrail.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Paths of money in columns. */
class MoneyPictureTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private static Stop stop(String id, StopKind kind) {
        return new Stop(id, kind, id, "", List.of());
    }

    private static Flow flow(String from, String to, int amount) {
        return flow(from, to, amount, "AZN", amount, "AZN");
    }

    private static Flow flow(
            String from, String to, int sent, String sentIn, int received, String receivedIn) {
        return new Flow(
                from,
                to,
                BigDecimal.valueOf(sent),
                sentIn,
                BigDecimal.valueOf(received),
                receivedIn,
                1,
                AT,
                AT,
                true);
    }

    /** Two victims, an account that splits, a wallet in another currency. */
    private static MoneyTrail trail() {
        return new MoneyTrail(
                List.of(
                        stop("v1", StopKind.VICTIM),
                        stop("v2", StopKind.VICTIM),
                        stop("a1", StopKind.ACCOUNT),
                        new Stop(
                                "a2",
                                StopKind.ACCOUNT,
                                "a2",
                                "",
                                List.of(
                                        new Sum(
                                                "AZN",
                                                BigDecimal.TEN,
                                                BigDecimal.valueOf(200),
                                                BigDecimal.valueOf(50)))),
                        stop("w", StopKind.WALLET)),
                List.of(
                        flow("v1", "a1", 300),
                        flow("v2", "a1", 700),
                        flow("a1", "a2", 400),
                        flow("a1", "w", 600, "AZN", 350, "USDT")),
                List.of(),
                false);
    }

    @Test
    void everyStopStandsBehindAllThatSentToIt() {
        InCurrency picture = MoneyPicture.of(trail()).currencies().getFirst();
        assertThat(picture.code()).isEqualTo("AZN");
        for (FlowPlace flow : picture.flows()) {
            assertThat(picture.stops().get(flow.from()).layer())
                    .isLessThan(picture.stops().get(flow.to()).layer());
            assertThat(flow.back()).isFalse();
        }
    }

    @Test
    void barsAndBandsAreAsThickAsTheMoney() {
        InCurrency picture = MoneyPicture.of(trail()).currencies().getFirst();
        StopPlace account = stop(picture, "a1");
        double arriving =
                picture.flows().stream()
                        .filter(flow -> picture.stops().get(flow.to()) == account)
                        .mapToDouble(FlowPlace::thick)
                        .sum();
        assertThat(arriving).isCloseTo(account.height(), within(0.3));
        assertThat(account.in()).isEqualByComparingTo("1000");
        assertThat(account.out()).isEqualByComparingTo("1000");
        assertThat(picture.totals().sent()).isEqualByComparingTo("1000");
        assertThat(picture.totals().frozen()).isEqualByComparingTo("200");
        assertThat(picture.totals().open()).isEqualByComparingTo("750");
    }

    private static StopPlace stop(InCurrency picture, String id) {
        return picture.stops().stream().filter(s -> s.id().equals(id)).findAny().orElseThrow();
    }

    @Test
    void currenciesAreNeverAdded() {
        List<InCurrency> currencies = MoneyPicture.of(trail()).currencies();
        assertThat(currencies).extracting(InCurrency::code).containsExactly("AZN", "USDT");
        InCurrency other = currencies.getLast();
        assertThat(other.stops()).extracting(StopPlace::id).containsExactly("a1", "w");
        assertThat(stop(other, "w").in()).isEqualByComparingTo("350");
        assertThat(other.totals().sent()).isEqualByComparingTo("0");
    }

    @Test
    void aCircleIsDrawnBackAndDoesNotHang() {
        MoneyTrail circle =
                new MoneyTrail(
                        List.of(
                                stop("v1", StopKind.VICTIM),
                                stop("a1", StopKind.ACCOUNT),
                                stop("a2", StopKind.ACCOUNT),
                                stop("a3", StopKind.ACCOUNT)),
                        List.of(
                                flow("v1", "a1", 10),
                                flow("a1", "a2", 10),
                                flow("a2", "a3", 10),
                                flow("a3", "a1", 10)),
                        List.of(),
                        false);
        InCurrency picture = MoneyPicture.of(circle).currencies().getFirst();
        assertThat(picture.flows()).filteredOn(FlowPlace::back).hasSize(1);
    }

    @Test
    void manyVictimsOfOneAccountStandForOne() {
        List<Stop> stops = new ArrayList<>(List.of(stop("a1", StopKind.ACCOUNT)));
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            stops.add(stop("v" + i, StopKind.VICTIM));
            flows.add(flow("v" + i, "a1", 5));
        }
        MoneyTrail trail = new MoneyTrail(stops, flows, List.of(), false);
        InCurrency picture = MoneyPicture.of(trail).currencies().getFirst();
        assertThat(picture.stops()).hasSize(2);
        assertThat(picture.stops().getFirst().members()).isEqualTo(40);
        assertThat(picture.flows().getFirst().sent()).isEqualByComparingTo("200");
        assertThat(picture.flows().getFirst().transfers()).isEqualTo(40);
    }

    @Test
    void noTwoStopsOfAColumnOverlapAndTheOrderOfInputDoesNotMatter() {
        long seed = 11;
        Random random = new Random(seed);
        List<Stop> stops = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            stops.add(stop("s" + i, i < 5 ? StopKind.VICTIM : StopKind.ACCOUNT));
        }
        for (int i = 0; i < 120; i++) {
            int from = random.nextInt(60);
            int to = random.nextInt(60);
            if (from != to) {
                flows.add(flow("s" + from, "s" + to, 1 + random.nextInt(1_000)));
            }
        }
        MoneyPicture picture = MoneyPicture.of(new MoneyTrail(stops, flows, List.of(), false));
        Collections.shuffle(stops, random);
        Collections.shuffle(flows, random);
        assertThat(MoneyPicture.of(new MoneyTrail(stops, flows, List.of(), false)))
                .as("seed %d", seed)
                .isEqualTo(picture);
        List<StopPlace> places = picture.currencies().getFirst().stops();
        for (StopPlace one : places) {
            for (StopPlace other : places) {
                if (one != other && one.layer() == other.layer() && one.y() <= other.y()) {
                    assertThat(one.y() + one.height()).isLessThanOrEqualTo(other.y());
                }
            }
        }
    }

    @Test
    void nothingKnownIsNoPicture() {
        assertThat(MoneyPicture.of(MoneyTrail.NONE).currencies()).isEmpty();
    }
}
