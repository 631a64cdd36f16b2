package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.web.ProblemFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is noted about an exhibit by whoever works with it; each step is one transaction. */
@Component
class Records {

    private final ExhibitStore store;
    private final Custody custody;

    Records(ExhibitStore store, Custody custody) {
        this.store = store;
        this.custody = custody;
    }

    /** Notes how the bytes were taken; what was said before stays in the chain. */
    @Transactional
    void acquired(Exhibit exhibit, Acquisition acquisition, Caller caller) {
        alive(exhibit);
        saved(store.noted(exhibit, acquisition, exhibit.keeping().place()));
        Map<String, String> details = new HashMap<>();
        details.put("tool", acquisition.tool().toString());
        details.put("settings", acquisition.settings());
        details.put("write-blocker", acquisition.writeBlocker());
        details.put("device", acquisition.source());
        details.put("specialist", acquisition.specialist());
        details.put("read-errors", String.valueOf(acquisition.readErrors()));
        details.values().removeIf(String::isEmpty);
        custody.record(
                exhibit,
                CustodyStep.by(caller.name(), EvidenceAct.ACQUIRED, "acquired")
                        .saying(acquisition.errorWords())
                        .with(details));
    }

    /** Notes that it lies elsewhere now, with the same holder. */
    @Transactional
    void moved(Exhibit exhibit, String place, String why, Caller caller) {
        alive(exhibit);
        saved(store.noted(exhibit, exhibit.acquisition(), place));
        custody.record(
                exhibit,
                CustodyStep.by(caller.name(), EvidenceAct.MOVED, "moved")
                        .saying(why)
                        .with(Map.of("place", place)));
    }

    /** Notes how a seal was found, or a new one. */
    @Transactional
    void seen(Exhibit exhibit, Seal seal) {
        alive(exhibit);
        boolean known =
                exhibit.seals().stream().anyMatch(one -> one.number().equals(seal.number()));
        store.insert(exhibit.id(), seal);
        custody.record(
                exhibit,
                CustodyStep.by(
                                seal.author(),
                                EvidenceAct.SEAL_SEEN,
                                known ? "seal-" + seal.state().code() : "sealed")
                        .saying(seal.words())
                        .with(Map.of("seal", seal.number())));
    }

    /** Enters a decision for exhibits of one case. */
    @Transactional
    void decided(List<Exhibit> exhibits, Admission admission) {
        for (Exhibit exhibit : exhibits) {
            alive(exhibit);
            store.insert(exhibit.id(), admission);
            custody.record(
                    exhibit,
                    CustodyStep.by(
                                    admission.author(),
                                    admission.admitted()
                                            ? EvidenceAct.ADMITTED
                                            : EvidenceAct.EXCLUDED,
                                    admission.admitted() ? "admitted" : "excluded")
                            .saying(admission.words())
                            .with(
                                    Map.of(
                                            "decision", admission.number(),
                                            "decided-on", admission.decidedOn().toString(),
                                            "decided-by", admission.decidedBy(),
                                            "official", admission.official())));
        }
    }

    private static void alive(@Nullable Exhibit exhibit) {
        if (exhibit == null || !exhibit.alive()) {
            throw ProblemFound.of(EvidenceProblem.EXHIBIT_STATE);
        }
    }

    private static void saved(boolean inTime) {
        if (!inTime) {
            throw ProblemFound.of(EvidenceProblem.EXHIBIT_CHANGED);
        }
    }
}
