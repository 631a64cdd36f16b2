package az.qalxan.series;

import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker.Done;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesKeeper;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportContent;
import az.qalxan.reporting.ReportContents;
import az.qalxan.reporting.ReportId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of the linking: takes entries from the queue, puts them into the series and drops them,
 * all in one transaction. A step that dies leaves everything as it was, and a step that is done
 * twice changes nothing the second time.
 */
@Component
class LinkStep {

    static final TransactionIdentity SYSTEM = TransactionIdentity.job("series");

    private static final String WITHDRAWN = "withdrawn";

    private final JdbcClient jdbc;
    private final PendingQueue queue;
    private final KeeperLock lock;
    private final ReportContents contents;
    private final TraitReading reading;
    private final Jurisdiction jurisdiction;
    private final TransactionTemplate transaction;
    private final NewSeries newSeries;

    LinkStep(
            JdbcClient jdbc,
            PendingQueue queue,
            KeeperLock lock,
            ReportContents contents,
            TraitReading reading,
            Jurisdiction jurisdiction,
            TransactionTemplate transaction,
            NewSeries newSeries) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.lock = lock;
        this.contents = contents;
        this.reading = reading;
        this.jurisdiction = jurisdiction;
        this.transaction = transaction;
        this.newSeries = newSeries;
    }

    /**
     * Deals with up to that many entries.
     *
     * @param taken gets the entries' ids as soon as they are known, for the case that the step
     *     fails
     */
    Done take(int most, Collection<Long> taken) {
        return ActingAs.call(
                SYSTEM,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    if (!lock.tryLock()) {
                                        return Done.NOT_NOW;
                                    }
                                    List<Pending> batch = queue.take(most);
                                    batch.forEach(one -> taken.add(one.id()));
                                    if (batch.isEmpty()) {
                                        return Done.NOTHING;
                                    }
                                    deal(batch);
                                    queue.drop(batch);
                                    lock.countStep();
                                    return Done.SOME;
                                })));
    }

    private void deal(List<Pending> batch) {
        Map<UUID, ReportContent> found = read(batch);
        Map<UUID, ReportStanding> standings = new HashMap<>();
        found.values()
                .forEach(one ->
                        standings.put(
                                one.id().value(), ReportStanding.of(one, jurisdiction.currency())));
        SeriesKeeper keeper = keeper(standings);
        keeper.put(traits(batch, found));
        keeper.withdraw(withdrawn(batch, found));
        new StandingWriter(jdbc).follow(moved(batch), standings);
        keeper.decided(pairs(batch));
        keeper.ruled(keys(batch));
    }

    /** A keeper of the stored series, for the running transaction. */
    SeriesKeeper keeper(Map<UUID, ReportStanding> standings) {
        return new SeriesKeeper(new JdbcSeriesStore(jdbc, standings), newSeries);
    }

    private Map<UUID, ReportContent> read(List<Pending> batch) {
        List<ReportId> ids =
                batch.stream()
                        .filter(one -> !one.kind().equals("pair") && one.report() != null)
                        .map(one -> new ReportId(Objects.requireNonNull(one.report())))
                        .distinct()
                        .toList();
        Map<UUID, ReportContent> found = new HashMap<>();
        contents.of(ids).forEach(one -> found.put(one.id().value(), one));
        return found;
    }

    private List<ReportTraits> traits(List<Pending> batch, Map<UUID, ReportContent> found) {
        List<ReportTraits> traits = new ArrayList<>();
        for (UUID id : reports(batch, "report")) {
            ReportContent report = found.get(id);
            if (report != null && !report.state().equals(WITHDRAWN)) {
                traits.add(reading.read(report));
            }
        }
        return traits;
    }

    private static Set<UUID> withdrawn(List<Pending> batch, Map<UUID, ReportContent> found) {
        Set<UUID> withdrawn = reports(batch, WITHDRAWN);
        found.forEach((id, report) -> {
            if (report.state().equals(WITHDRAWN)) {
                withdrawn.add(id);
            }
        });
        return withdrawn;
    }

    private static Set<UUID> moved(List<Pending> batch) {
        return reports(batch, "moved");
    }

    private static Set<UUID> reports(List<Pending> batch, String kind) {
        Set<UUID> ids = new TreeSet<>();
        for (Pending one : batch) {
            if (one.kind().equals(kind) && one.report() != null) {
                ids.add(one.report());
            }
        }
        return ids;
    }

    private static List<ReportPair> pairs(List<Pending> batch) {
        List<ReportPair> pairs = new ArrayList<>();
        for (Pending one : batch) {
            if (one.report() != null && one.other() != null) {
                pairs.add(new ReportPair(one.report(), one.other()));
            }
        }
        return pairs;
    }

    private static List<Long> keys(List<Pending> batch) {
        List<Long> keys = new ArrayList<>();
        for (Pending one : batch) {
            if (one.key() != null) {
                keys.add(one.key());
            }
        }
        return keys;
    }
}
