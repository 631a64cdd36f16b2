package az.qalxan.statistics.measure;

import az.qalxan.assets.AssetsFrozen;
import az.qalxan.assets.AssetsReturned;
import az.qalxan.casework.CaseClosed;
import az.qalxan.casework.CaseHandedOver;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseOpened;
import az.qalxan.casework.CaseResumed;
import az.qalxan.casework.CaseSuspended;
import az.qalxan.casework.OffenceQualified;
import az.qalxan.casework.PartyStatusChanged;
import az.qalxan.casework.PartyStruck;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.measure.CaseFact.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns what happens to cases into facts, in the transaction in which it happens. Which reports
 * stand in a case, and where the case stands, is told by triggers of the schema.
 */
@Component
class CaseFacts {

    private static final String OPEN = "open";
    private static final String GONE = "gone";

    private final CaseFactStore store;
    private final ZoneId zone;
    private final Clock clock;

    CaseFacts(CaseFactStore store, Jurisdiction jurisdiction, Clock clock) {
        this.store = store;
        this.zone = jurisdiction.zone();
        this.clock = clock;
    }

    @EventListener
    void on(CaseOpened opened) {
        Instant at = opened.at();
        store.add(
                fact(opened.number(), Kind.OPENED, "", "").since(at, at),
                fact(opened.number(), Kind.BODY, "", opened.body()).since(at, at),
                fact(opened.number(), Kind.STATE, "", OPEN).since(at, at));
    }

    @EventListener
    void on(CaseClosed closed) {
        state(closed.number(), "closed:" + closed.outcome(), closed.at());
    }

    @EventListener
    void on(CaseSuspended suspended) {
        state(suspended.number(), "suspended:" + suspended.outcome(), suspended.at());
    }

    @EventListener
    void on(CaseResumed resumed) {
        state(resumed.number(), OPEN, resumed.at());
    }

    private void state(CaseNumber number, String state, Instant at) {
        store.add(fact(number, Kind.STATE, "", state).since(at, at));
    }

    @EventListener
    void on(CaseHandedOver handed) {
        store.add(
                fact(handed.number(), Kind.BODY, "", handed.to()).since(handed.at(), handed.at()));
    }

    @EventListener
    void on(OffenceQualified step) {
        Instant from = start(step.on());
        if (!step.replaced().isEmpty()) {
            store.add(
                    fact(step.number(), Kind.ARTICLE, step.replaced(), GONE)
                            .since(from, step.at()));
        }
        store.add(
                fact(
                                step.number(),
                                Kind.ARTICLE,
                                step.article(),
                                step.step().equals("dropped") ? GONE : "standing")
                        .since(from, step.at()));
    }

    @EventListener
    void on(PartyStatusChanged changed) {
        LocalDate until = changed.until();
        store.add(
                fact(
                                changed.number(),
                                Kind.PARTY,
                                changed.status() + ":" + changed.party(),
                                until == null ? changed.kind() : GONE)
                        .about(changed.report())
                        .since(
                                start(until == null ? changed.since() : until.plusDays(1)),
                                changed.at()));
    }

    @EventListener
    void on(PartyStruck struck) {
        store.retract(struck.number().value(), struck.party(), struck.at());
    }

    @EventListener
    void on(AssetsFrozen frozen) {
        String number = frozen.caseNumber();
        store.add(
                new CaseFact(
                        number.isEmpty() ? null : number,
                        frozen.report(),
                        Kind.FROZEN,
                        frozen.number(),
                        "held",
                        new CaseFact.Sum(frozen.amount(), frozen.currency()),
                        frozen.frozenAt(),
                        clock.instant()));
    }

    @EventListener
    void on(AssetsReturned returned) {
        store.add(
                new CaseFact(
                        null,
                        returned.report(),
                        Kind.RETURNED,
                        returned.share().toString(),
                        "paid",
                        new CaseFact.Sum(returned.amount(), returned.currency()),
                        returned.returnedAt(),
                        clock.instant()));
    }

    private static CaseFact fact(CaseNumber number, Kind kind, String key, String value) {
        return CaseFact.of(number.value(), kind, key, value);
    }

    /** A day of the law begins when it begins in the country. */
    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
