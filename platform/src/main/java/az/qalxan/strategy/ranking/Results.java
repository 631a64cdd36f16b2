package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rankings published of this country: the pack's results, and over them what was imported. */
@Component
class Results {

    private final RankingPack pack;
    private final ResultStore store;
    private final Grounds grounds;
    private final AuditLog audit;
    private final Clock clock;

    Results(RankingPack pack, ResultStore store, Grounds grounds, AuditLog audit, Clock clock) {
        this.pack = pack;
        this.store = store;
        this.grounds = grounds;
        this.audit = audit;
        this.clock = clock;
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<Published> all() {
        Map<Published.Key, Published> found = new LinkedHashMap<>();
        pack.results().forEach(one -> found.put(one.key(), one));
        store.newest().forEach(one -> found.put(one.key(), one));
        return found.values().stream().sorted(Published.IN_TIME).toList();
    }

    /** Reads a text without keeping anything. */
    ResultReading.Read read(String text) {
        return ResultReading.read(text, new ResultCheck(pack.catalogue(), grounds.today()));
    }

    /** Keeps results that were read. */
    @Transactional
    public void keep(List<Published> results, Caller caller) {
        for (Published one : results) {
            store.insert(one, caller, clock.instant());
            audit.record(
                    RankingAct.IMPORTED,
                    AuditSubject.of("ranking-result", one.ranking() + ":" + one.edition()),
                    Map.of("published", one.on().toString(), "source", one.source().az()));
        }
    }

    /** Says that an imported result was read with the publisher; by somebody else. */
    @Transactional
    public Published verify(UUID id, Caller caller) {
        Published one = store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Published.Entered entered = one.entered();
        if (entered != null && entered.account().equals(caller.account().toString())) {
            throw ProblemFound.of(RankingProblem.OWN_WORK);
        }
        if (!store.verify(id, caller, clock.instant())) {
            throw ProblemFound.of(RankingProblem.DECIDED);
        }
        audit.record(
                RankingAct.VERIFIED,
                AuditSubject.of("ranking-result", one.ranking() + ":" + one.edition()),
                Map.of("published", one.on().toString()));
        return one;
    }
}
