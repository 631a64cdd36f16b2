package az.qalxan.series.picture;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.assets.Holding;
import az.qalxan.assets.HoldingKind;
import az.qalxan.assets.Money;
import az.qalxan.assets.MoneyTrails;
import az.qalxan.assets.TracingRule;
import az.qalxan.assets.Trail;
import az.qalxan.reporting.ReportId;
import az.qalxan.series.picture.MoneyTrail.Flow;
import az.qalxan.series.picture.MoneyTrail.Freeze;
import az.qalxan.series.picture.MoneyTrail.Stop;
import az.qalxan.series.picture.MoneyTrail.StopKind;
import az.qalxan.series.picture.MoneyTrail.Sum;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where the money of some reports went; of each transfer, what was these victims' money. */
@Component
class MoneyReading {

    private final MoneyTrails trails;
    private final BodyNames bodies;

    MoneyReading(MoneyTrails trails, BodyNames bodies) {
        this.trails = trails;
        this.bodies = bodies;
    }

    MoneyTrail of(List<ReportId> reports, Text text) {
        Trail trail = trails.ofReports(reports, TracingRule.FIRST_IN_FIRST_OUT);
        Set<String> asked =
                reports.stream().map(one -> "victim:" + one).collect(Collectors.toSet());
        List<Flow> flows = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        for (Trail.Flow flow : trail.flows()) {
            if (!flow.traced().isNone()) {
                flows.add(flow(flow));
                touched.add(id(flow.from()));
                touched.add(id(flow.to()));
            }
        }
        List<Stop> stops =
                trail.places().stream()
                        .filter(place -> touched.contains(id(place.holding())))
                        .map(place -> stop(place, asked, text))
                        .toList();
        return new MoneyTrail(
                stops,
                flows,
                trail.freezes().stream()
                        .filter(freeze -> touched.contains(id(freeze.holding())))
                        .map(freeze -> freeze(freeze, text))
                        .toList(),
                trail.cut() || reports.size() > MoneyTrails.REPORTS_MAX);
    }

    private static String id(Holding holding) {
        return holding.kind().code() + ":" + holding.key();
    }

    private static Stop stop(Trail.Place place, Set<String> asked, Text text) {
        Holding holding = place.holding();
        String key = holding.key();
        String report = asked.contains(key) ? "report:" + key.substring("victim:".length()) : "";
        return new Stop(
                id(holding), kind(holding.kind()), label(holding, text), report, sums(place));
    }

    private static String label(Holding holding, Text text) {
        return switch (holding.key()) {
            case Trail.OTHER_VICTIMS -> text.of("picture.money.other-victims");
            case Trail.OTHER_SENDERS -> text.of("picture.money.other-senders");
            default -> holding.value();
        };
    }

    private static List<Sum> sums(Trail.Place place) {
        return place.totals().stream()
                .map(sum -> new Sum(sum.currency(), sum.left(), sum.frozen(), sum.returned()))
                .toList();
    }

    private static StopKind kind(HoldingKind kind) {
        return switch (kind) {
            case VICTIM -> StopKind.VICTIM;
            case ACCOUNT -> StopKind.ACCOUNT;
            case CARD -> StopKind.CARD;
            case WALLET -> StopKind.WALLET;
            case E_WALLET -> StopKind.E_WALLET;
            case CASH_DESK -> StopKind.CASH_DESK;
        };
    }

    private static Flow flow(Trail.Flow flow) {
        BigDecimal traced = flow.traced().amount();
        return new Flow(
                id(flow.from()),
                id(flow.to()),
                traced,
                flow.sent().currency(),
                arrived(flow, traced),
                flow.received().currency(),
                flow.transfers(),
                flow.first(),
                flow.last(),
                flow.verified());
    }

    /** The same part of what arrived; never nothing, so that a way is not lost to rounding. */
    private static BigDecimal arrived(Trail.Flow flow, BigDecimal traced) {
        BigDecimal received = flow.received().amount();
        BigDecimal part =
                received.multiply(traced)
                        .divide(flow.sent().amount(), received.scale(), RoundingMode.HALF_UP);
        return part.signum() > 0 ? part : received.ulp();
    }

    private Freeze freeze(Trail.FreezeGlance freeze, Text text) {
        @Nullable Money held = freeze.held();
        String currency = held == null ? "" : held.currency();
        return new Freeze(
                freeze.number(),
                id(freeze.holding()),
                text.of("assets.state." + freeze.state()),
                organisation(freeze.organisation(), text),
                held == null ? null : held.amount(),
                currency,
                freeze.requester(),
                freeze.at(),
                freeze.until());
    }

    private String organisation(String code, Text text) {
        return code.isEmpty() ? "" : bodies.acronym(new BodyCode(code), text.language());
    }
}
