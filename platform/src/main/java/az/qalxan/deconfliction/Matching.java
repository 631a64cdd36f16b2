package az.qalxan.deconfliction;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMatches;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job that compares reports which arrived with what other bodies hold and watch. It works off
 * the queue in transactions of its own; one that is killed leaves the queue as it was.
 */
@Component
class Matching {

    private static final Logger LOG = LoggerFactory.getLogger(Matching.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("deconfliction");

    private final Arrivals arrivals;
    private final ReportMatches reports;
    private final MatchStore store;
    private final SourceStore sources;
    private final RuleBook book;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Matching(
            Arrivals arrivals,
            ReportMatches reports,
            MatchStore store,
            SourceStore sources,
            RuleBook book,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.arrivals = arrivals;
        this.reports = reports;
        this.store = store;
        this.sources = sources;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Works the queue off; what fails is tried again after everything else. */
    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void workOff() {
        ActingAs.run(
                JOB,
                () -> {
                    int taken;
                    do {
                        taken = step();
                    } while (taken > 0);
                });
    }

    private int step() {
        try {
            return Objects.requireNonNull(transaction.execute(status -> compareNext()));
        } catch (DataAccessException e) {
            LOG.error("reports could not be compared between bodies; they stay queued", e);
            transaction.executeWithoutResult(status -> arrivals.postpone());
            return 0;
        }
    }

    private int compareNext() {
        List<Arrivals.Arrival> taken = arrivals.take();
        if (!taken.isEmpty()) {
            compare(taken);
        }
        return taken.size();
    }

    private void compare(List<Arrivals.Arrival> taken) {
        List<ReportId> ids =
                taken.stream().flatMap(one -> one.reports().stream()).distinct().toList();
        countReports(taken);
        MatchPlan plan = new MatchPlan();
        plan.addMentions(
                reports.acrossBodies(ids, book.rules().hubReports()).stream()
                        .filter(one -> !book.common(one.linkKey()))
                        .toList(),
                Set.copyOf(ids));
        addWatches(plan, ids);
        plan.settle(reports.standing(plan.reports()));
        notice(plan);
        if (!plan.holdings().isEmpty()) {
            keep(plan, taken);
        }
    }

    /**
     * What a person or program sent is counted, and the source judged by it, before its matches are
     * looked at: whether there are any changes nothing.
     */
    private void countReports(List<Arrivals.Arrival> taken) {
        List<SourceStore.Addition> additions = new ArrayList<>();
        Map<Source, List<Arrivals.Arrival>> bySource =
                taken.stream()
                        .filter(one -> one.counted() && Source.named(one.account()))
                        .collect(
                                Collectors.groupingBy(
                                        one -> new Source(one.account(), one.body())));
        bySource.forEach((source, sent) -> {
            List<ReportId> ids = sent.stream().flatMap(one -> one.reports().stream()).toList();
            int bare = reports.bare(ids, book.rules().budget().bareStoryChars());
            LocalDate day = book.day(sent.getLast().at());
            additions.add(new SourceStore.Addition(source, day, ids.size(), bare, 0, 0));
        });
        if (!additions.isEmpty()) {
            sources.add(additions);
            LocalDate day = additions.getLast().day();
            tally(bySource.keySet(), day, clock.instant());
        }
    }

    /** Opens holds for those of the sources that have reached a limit. */
    private Tally tally(Set<Source> asked, LocalDate day, Instant now) {
        return new Tally(
                book.rules().budget(),
                sources.counts(asked, day),
                sources.holds(asked),
                (source, why) -> openHold(source, why, day, now));
    }

    private void addWatches(MatchPlan plan, List<ReportId> ids) {
        List<LiveWatch> watches = store.watches(reports.keys(ids), clock.instant());
        if (watches.isEmpty()) {
            return;
        }
        List<String> keys = watches.stream().map(LiveWatch::linkKey).distinct().toList();
        Set<String> crowded = new HashSet<>(reports.crowded(keys, book.rules().hubReports()));
        keys.stream().filter(book::common).forEach(crowded::add);
        plan.addWatches(watches, reports.mentions(ids, keys), crowded);
    }

    private void notice(MatchPlan plan) {
        if (!plan.notices().isEmpty()) {
            List<UUID> news = store.notice(plan.notices(), clock.instant());
            audit.recordAll(DeconflictionAct.NOTICED, "watch", news);
        }
    }

    private void keep(MatchPlan plan, List<Arrivals.Arrival> taken) {
        Instant now = clock.instant();
        MatchStore.Hits hits = store.hits(plan.holdings().keySet());
        Reckoning reckoning =
                new Reckoning(
                        hits.all(),
                        store.known(hits.all().values()),
                        senders(plan),
                        ids(taken, true),
                        ids(taken, false));
        LocalDate day = book.day(taken.getLast().at());
        Tally tally = tally(reckoning.sources(plan.holdings()), day, now);
        Reckoning.Result result = reckoning.reckon(plan.holdings(), tally);
        store.insert(result.holdings());
        sources.add(
                result.charges().stream()
                        .map(one ->
                                new SourceStore.Addition(
                                        one.source(),
                                        day,
                                        0,
                                        0,
                                        one.late() ? 0 : 1,
                                        one.late() ? 1 : 0))
                        .toList());
        sources.raise(result.alarms(), now);
        audit.recordAll(DeconflictionAct.HIT_FOUND, "hit", hits.fresh());
    }

    private UUID openHold(Source source, Tally.Why why, LocalDate day, Instant at) {
        UUID id = sources.openHold(source, why, day, at);
        audit.record(
                DeconflictionAct.HELD,
                AuditSubject.of("hold", id),
                new AuditLog.Concern(source.body(), Map.of("reason", why.code())));
        return id;
    }

    private static Set<UUID> ids(List<Arrivals.Arrival> taken, boolean counted) {
        return taken.stream()
                .filter(one -> one.counted() == counted)
                .flatMap(one -> one.reports().stream())
                .map(ReportId::value)
                .collect(Collectors.toSet());
    }

    /** Who sent the reports and made the entries that hold something. */
    private Map<UUID, Source> senders(MatchPlan plan) {
        Map<UUID, Source> senders = new LinkedHashMap<>();
        Set<UUID> held = plan.reports();
        Map<ReportId, AuditLog.Doer> doers =
                reports.senders(held.stream().map(ReportId::new).toList());
        plan.holdings().values().stream()
                .flatMap(Set::stream)
                .forEach(one -> {
                    AuditLog.Doer doer =
                            doers.getOrDefault(
                                    new ReportId(one.source()), new AuditLog.Doer("", one.body()));
                    senders.put(one.source(), Source.of(doer, one.body()));
                });
        plan.watchers().forEach(senders::put);
        return senders;
    }
}
