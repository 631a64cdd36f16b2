package az.qalxan.demo;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.OnwardHoldings;
import az.qalxan.engines.synthesis.SyntheticCountry;
import az.qalxan.engines.synthesis.SyntheticReport;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.series.Linking;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the synthetic country day by day: a day's reports and what officers do on that day are one
 * transaction, so a killed load goes on with the next day.
 */
@Component
public class DemoCountry {

    private static final long LOOK_MILLIS = 250;

    private final DemoProgress progress;
    private final DemoOfficers officers;
    private final DemoAssets assets;
    private final DemoDuty duty;
    private final DemoOperators operators;
    private final DemoPast past;
    private final List<DemoPart> parts;
    private final Intake intake;
    private final Linking linking;
    private final Jurisdiction jurisdiction;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCountry(
            DemoProgress progress,
            DemoOfficers officers,
            DemoAssets assets,
            DemoDuty duty,
            DemoOperators operators,
            DemoPast past,
            List<DemoPart> parts,
            Intake intake,
            Linking linking,
            Jurisdiction jurisdiction,
            TransactionTemplate transaction,
            Clock clock) {
        this.progress = progress;
        this.officers = officers;
        this.assets = assets;
        this.duty = duty;
        this.operators = operators;
        this.past = past;
        this.parts = parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).toList();
        this.intake = intake;
        this.linking = linking;
        this.jurisdiction = jurisdiction;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Loads what is missing; does nothing when the country is complete.
     *
     * @param reports how many reports a new country gets; an existing one keeps its size
     * @param told is told how many reports are loaded so far
     * @return how many reports the country has
     */
    public int load(long seed, int reports, IntConsumer told) {
        return ActingAs.call(
                TransactionIdentity.job("demo"),
                () -> {
                    DemoProgress.Load load = begun(seed, reports);
                    if (!load.finished()) {
                        play(load, told);
                    }
                    return load.reports();
                });
    }

    /**
     * Waits until every report has been linked, and tells whoever plays a part.
     *
     * @param told is told now and then how many still wait
     */
    public void awaitSeries(LongConsumer told) throws InterruptedException {
        for (long waiting = linking.waiting(); waiting > 0; waiting = linking.waiting()) {
            told.accept(waiting);
            Thread.sleep(LOOK_MILLIS);
        }
        parts.forEach(DemoPart::linked);
    }

    private DemoProgress.Load begun(long seed, int reports) {
        return progress.load()
                .orElseGet(() -> {
                    LocalDate yesterday =
                            LocalDate.ofInstant(clock.instant(), jurisdiction.zone()).minusDays(1);
                    DemoProgress.Load fresh = new DemoProgress.Load(seed, reports, yesterday, 0);
                    transaction.executeWithoutResult(status -> {
                        progress.begin(fresh);
                        assets.introduceBanks();
                        operators.introduce();
                    });
                    return fresh;
                });
    }

    private void play(DemoProgress.Load load, IntConsumer told) {
        CountryPlan plan = CountryPlan.of(load.seed(), load.reports(), load.lastDay());
        OnwardHoldings onward = new OnwardHoldings(load.seed());
        Instant now = clock.instant();
        Iterator<SyntheticReport> arriving =
                SyntheticCountry.of(plan).reports().skip(load.loaded()).iterator();
        List<SyntheticReport> day = new ArrayList<>();
        int loaded = load.loaded();
        while (arriving.hasNext()) {
            SyntheticReport next = arriving.next();
            if (!day.isEmpty()
                    && (!sameDay(day.getFirst(), next) || day.size() >= Intake.BATCH_MAX)) {
                loaded += play(day, onward, new Progress(loaded, now));
                told.accept(loaded);
                day.clear();
            }
            day.add(next);
        }
        told.accept(loaded + play(day, onward, new Progress(loaded, now)));
        transaction.executeWithoutResult(status -> {
            officers.giveTasks(now);
            assets.leaveRunning(now);
            duty.play(now);
        });
        past.play(now);
        operators.play(now);
        parts.forEach(part -> part.play(now));
    }

    /** How many reports stand already, and what time it really is. */
    private record Progress(int loaded, Instant now) {}

    private int play(List<SyntheticReport> day, OnwardHoldings onward, Progress before) {
        if (day.isEmpty()) {
            return 0;
        }
        Instant now = before.now();
        Instant evening = earlier(day.getLast().reportedAt(), now);
        WorkTime.run(
                evening,
                () ->
                        transaction.executeWithoutResult(status -> {
                            List<Receipt> receipts =
                                    intake.receiveAll(
                                            day.stream().map(one -> report(one, now)).toList());
                            officers.work(day, receipts, evening, now);
                            assets.work(
                                    day, receipts, onward, new DemoAssets.Evening(evening, now));
                            progress.loaded(before.loaded() + day.size());
                        }));
        return day.size();
    }

    private boolean sameDay(SyntheticReport one, SyntheticReport other) {
        return one.reportedAt()
                .atZone(jurisdiction.zone())
                .toLocalDate()
                .equals(other.reportedAt().atZone(jurisdiction.zone()).toLocalDate());
    }

    private static NewReport report(SyntheticReport one, Instant now) {
        return new NewReport(
                one.category(),
                earlier(one.happenedAt(), now),
                earlier(one.reportedAt(), now),
                one.region(),
                Channel.valueOf(one.channel().toUpperCase(Locale.ROOT)),
                one.language(),
                one.story(),
                loss(one),
                one.identifiers().stream()
                        .filter(planted -> planted.start() < 0)
                        .map(planted -> planted.value())
                        .toList(),
                "",
                Contact.NONE);
    }

    private static @org.jspecify.annotations.Nullable Loss loss(SyntheticReport one) {
        SyntheticReport.Loss loss = one.loss();
        return loss == null ? null : new Loss(loss.amount(), loss.currency(), loss.paidHow());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
