package az.qalxan.strategy.indicator;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.indicator.Reckoning.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works every indicator out once in each month, for the periods that are over: new ones, and
 * earlier ones anew, because registers learn of the past later. What differs from what was said is
 * said beside it. Once a month and no oftener, so that nobody learns of a single record by asking
 * again.
 */
@Component
public class IndicatorRounds {

    private static final Logger LOG = LoggerFactory.getLogger(IndicatorRounds.class);

    private final VersionStore versions;
    private final SayingStore sayings;
    private final Reckoning reckoning;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;

    IndicatorRounds(
            VersionStore versions,
            SayingStore sayings,
            Reckoning reckoning,
            AuditLog audit,
            PlatformTransactionManager manager,
            Clock clock,
            Jurisdiction jurisdiction) {
        this.versions = versions;
        this.sayings = sayings;
        this.reckoning = reckoning;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
        this.zone = jurisdiction.zone();
    }

    @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void go() {
        try {
            int said = catchUp();
            if (said > 0) {
                LOG.info("{} values of indicators were said", said);
            }
        } catch (DataAccessException e) {
            LOG.error("indicators could not be worked out; they are worked out again", e);
        }
    }

    /** Works out what this month's round has not, for example a version just approved. */
    int catchUp() {
        return work(false);
    }

    /** Works all out although this month's round was made: for a country that was just invented. */
    public int again() {
        return work(true);
    }

    private int work(boolean again) {
        Integer said =
                ActingAs.call(
                        IndicatorLoading.JOB, () -> transaction.execute(status -> say(again)));
        return said == null ? 0 : said;
    }

    private int say(boolean again) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Asked> due = new ArrayList<>();
        for (IndicatorVersion version : versions.inForce(now)) {
            boolean begun = sayings.begin(version.id(), today.withDayOfMonth(1), now);
            if ((begun || again) && !version.definition().byHand()) {
                due.add(new Asked(version, periods(version.definition().step(), today)));
            }
        }
        return due.isEmpty() ? 0 : keep(reckoning.work(due, now), due, now);
    }

    /** The periods that are over, the oldest first. */
    static List<FigurePeriod> periods(Step step, LocalDate today) {
        int most =
                switch (step) {
                    case MONTH -> 36;
                    case QUARTER -> 20;
                    case YEAR -> 6;
                };
        FigurePeriod last = step.overOn(today);
        List<FigurePeriod> periods = new ArrayList<>();
        for (int back = most - 1; back >= 0; back--) {
            periods.add(last.before(back));
        }
        return periods;
    }

    private int keep(List<Saying> worked, List<Asked> due, Instant now) {
        Map<String, Saying> known = new HashMap<>();
        List<UUID> asked = due.stream().map(one -> one.version().id()).toList();
        sayings.last(asked, now).forEach(one -> known.put(key(one), one));
        List<Saying> news =
                worked.stream()
                        .filter(one -> {
                            Saying before = known.get(key(one));
                            return before == null || !before.saysAs(one);
                        })
                        .toList();
        if (!news.isEmpty()) {
            sayings.add(news);
        }
        for (Asked one : due) {
            long count =
                    news.stream().filter(own -> own.version().equals(one.version().id())).count();
            audit.record(
                    IndicatorAct.COMPUTED,
                    AuditSubject.of("indicator", one.version().code()),
                    Map.of(
                            "version", String.valueOf(one.version().number()),
                            "values", String.valueOf(count)));
        }
        return news.size();
    }

    private static String key(Saying saying) {
        return saying.version() + " " + saying.period().code();
    }
}
