package az.qalxan.assets;

import az.qalxan.casework.CaseGlances;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads what is known around some reports: their transfers, what left the holdings that these
 * reached, and what else came in there. Every search has a limit.
 */
@Component
class TrailReader {

    private final TransferStore transfers;
    private final FreezeStore freezes;
    private final CaseGlances cases;

    TrailReader(TransferStore transfers, FreezeStore freezes, CaseGlances cases) {
        this.transfers = transfers;
        this.freezes = freezes;
        this.cases = cases;
    }

    Trail ofReports(Collection<ReportId> asked, TracingRule rule) {
        return trail(asked, transfers.of(asked, ""), rule);
    }

    Trail ofCase(CaseNumber number, TracingRule rule) {
        List<ReportId> asked = reportsOf(number);
        return trail(asked, transfers.of(asked, number.value()), rule);
    }

    List<ReportId> reportsOf(CaseNumber number) {
        return cases.reports(number);
    }

    /** Everything that must be known to trace the money of those victims. */
    Surroundings around(Collection<KnownTransfer> seeds) {
        Surroundings found = new Surroundings();
        Set<String> next = found.add(seeds);
        for (int hop = 1; hop < Trail.HOPS_MAX && !next.isEmpty() && found.hasRoom(); hop++) {
            next = found.add(transfers.from(next, found.room()));
        }
        found.endsIf(!next.isEmpty() && !transfers.from(next, 1).isEmpty());
        found.addAround(transfers.to(found.holdings(), found.room()));
        found.addAround(transfers.from(found.holdings(), found.room()));
        return found;
    }

    private Trail trail(
            Collection<ReportId> asked, Collection<KnownTransfer> seeds, TracingRule rule) {
        Set<String> victims = asked.stream().map(Holding::victimKey).collect(Collectors.toSet());
        Surroundings found = around(seeds);
        Trail trail =
                TrailMaker.make(
                        new TrailMaker.Asked(victims, found.named()),
                        found.transfers(),
                        rule,
                        held(found));
        return new Trail(
                trail.rule(), trail.places(), trail.flows(), trail.freezes(), found.isCut());
    }

    private TrailMaker.Held held(Surroundings found) {
        List<Freeze> there = freezes.ofHoldings(found.named());
        Map<String, List<Money>> frozen = new HashMap<>();
        Map<String, List<Money>> returned = new HashMap<>();
        for (Freeze freeze : there) {
            String key = freeze.head().holding().key();
            if (freeze instanceof Freeze.Held held) {
                add(frozen, key, held.hold().left());
                add(returned, key, held.hold().returned());
            } else if (freeze instanceof Freeze.Returned back) {
                add(returned, key, back.hold().returned());
            } else if (freeze instanceof Freeze.Released lifted) {
                add(returned, key, lifted.hold().returned());
            }
        }
        return new TrailMaker.Held(
                new TrailMaker.Sums(frozen),
                new TrailMaker.Sums(returned),
                there.stream().map(TrailReader::glance).toList());
    }

    private static void add(Map<String, List<Money>> sums, String key, Money money) {
        sums.computeIfAbsent(key, one -> new ArrayList<>()).add(money);
    }

    static Trail.FreezeGlance glance(Freeze freeze) {
        FreezeHead head = freeze.head();
        Hold hold = freeze instanceof Freeze.Held held ? held.hold() : null;
        return new Trail.FreezeGlance(
                head.number().value(),
                head.holding(),
                freeze.code(),
                head.organisation(),
                hold == null ? null : hold.left(),
                head.requester(),
                freeze.since(),
                hold == null ? null : hold.until());
    }

    /** The transfers found so far, each once, and whether a limit was met. */
    static final class Surroundings {

        private record Same(
                String from,
                String to,
                BigDecimal amount,
                String currency,
                Instant at,
                String reference) {}

        private final Map<Same, Transfer> found = new LinkedHashMap<>();
        private final Set<UUID> ids = new HashSet<>();
        private final Set<String> reached = new LinkedHashSet<>();
        private final Set<String> named = new LinkedHashSet<>();
        private boolean cut;

        /** Adds transfers and gives the holdings that these reached for the first time. */
        Set<String> add(Collection<KnownTransfer> rows) {
            Set<String> fresh = new LinkedHashSet<>();
            for (KnownTransfer row : rows) {
                Transfer one = row.transfer();
                put(one);
                reach(one.from(), fresh);
                reach(one.to(), fresh);
            }
            cut |= rows.size() >= Trail.TRANSFERS_MAX;
            return fresh;
        }

        private void reach(Holding holding, Set<String> fresh) {
            named.add(holding.key());
            if (!holding.leadsOn() || reached.contains(holding.key())) {
                return;
            }
            if (reached.size() >= Trail.HOLDINGS_MAX) {
                cut = true;
            } else {
                reached.add(holding.key());
                fresh.add(holding.key());
            }
        }

        /** Adds what else came to or left the holdings, without going on from there. */
        void addAround(Collection<KnownTransfer> rows) {
            cut |= rows.size() >= room() && !rows.isEmpty();
            rows.forEach(row -> put(row.transfer()));
        }

        /** The same transfer may be told in a report and in a case: it counts once. */
        private void put(Transfer one) {
            if (found.size() >= Trail.TRANSFERS_MAX) {
                cut = true;
            } else if (ids.add(one.id())) {
                found.putIfAbsent(
                        new Same(
                                one.from().key(),
                                one.to().key(),
                                one.sent().amount(),
                                one.sent().currency(),
                                one.at(),
                                one.reference()),
                        one);
            }
        }

        boolean hasRoom() {
            return room() > 1;
        }

        int room() {
            return Math.max(1, Trail.TRANSFERS_MAX - found.size());
        }

        void endsIf(boolean more) {
            cut |= more;
        }

        Set<String> holdings() {
            return reached;
        }

        /** The holdings of the way itself, without those that only paid in. */
        Set<String> named() {
            return named;
        }

        List<Transfer> transfers() {
            return List.copyOf(found.values());
        }

        boolean isCut() {
            return cut;
        }
    }
}
