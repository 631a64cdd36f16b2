package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps, for each freeze that holds money, which part of it is which victim's, so that a victim can
 * be told an amount and nothing else.
 */
@Component
class FrozenShares {

    private final FreezeStore freezes;
    private final ShareStore store;
    private final Claims claims;

    FrozenShares(FreezeStore freezes, ShareStore store, Claims claims) {
        this.freezes = freezes;
        this.store = store;
        this.claims = claims;
    }

    /** Tells anew for every freeze of a report or case whose trail has changed. */
    void refresh(Standing standing) {
        Claims.Scope scope = claims.scope(standing);
        List<Freeze> there = freezes.of(scope.reports(), scope.caseNumber());
        if (there.stream().anyMatch(Freeze.Held.class::isInstance)) {
            Claims.Traced traced = claims.around(standing, TracingRule.FIRST_IN_FIRST_OUT);
            there.forEach(one -> tell(one, traced));
        }
    }

    /** Tells anew for one freeze, whose state has changed. */
    void refresh(Freeze freeze) {
        if (freeze instanceof Freeze.Held) {
            tell(freeze, claims.around(freeze.head().standing(), TracingRule.FIRST_IN_FIRST_OUT));
        } else {
            store.forget(freeze.head().id());
        }
    }

    private void tell(Freeze freeze, Claims.Traced traced) {
        if (freeze instanceof Freeze.Held held) {
            List<Claim> whose = traced.on(held.head().holding(), held.hold().amount().currency());
            store.forget(held.head().id());
            store.tell(
                    held.head().id(),
                    held.hold().at(),
                    shares(held.hold().left(), whose),
                    victims(traced));
        }
    }

    private static Map<ReportId, ReportedLoss> victims(Claims.Traced traced) {
        return traced.victims().values().stream()
                .collect(Collectors.toMap(ReportedLoss::id, one -> one));
    }

    /** Everybody's whole claim when enough is held; otherwise its part in proportion. Pure. */
    static List<Claim> shares(Money held, List<Claim> claims) {
        List<Part> parts =
                claims.stream()
                        .map(one -> new Part(one.report().toString(), one.traced().units()))
                        .toList();
        BigInteger total = Part.total(parts);
        if (total.compareTo(held.units()) <= 0) {
            return claims;
        }
        List<Part> split = Part.split(held.units(), parts);
        return java.util.stream.IntStream.range(0, claims.size())
                .mapToObj(i ->
                        new Claim(
                                claims.get(i).report(),
                                claims.get(i).reference(),
                                Money.ofUnits(split.get(i).units(), held.currency())))
                .toList();
    }
}
