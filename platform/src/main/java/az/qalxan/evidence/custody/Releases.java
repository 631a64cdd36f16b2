package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.KeepingState;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is given to a lawful owner, what comes back, what is disposed of. */
@Component
class Releases {

    /** The purpose of a copy that is an owner's. */
    static final String OWNER = "owner";

    private final ReleaseStore store;
    private final Exhibits exhibits;
    private final Custody custody;
    private final Clock clock;

    Releases(ReleaseStore store, Exhibits exhibits, Custody custody, Clock clock) {
        this.store = store;
        this.exhibits = exhibits;
        this.custody = custody;
        this.clock = clock;
    }

    /** What is given to whom, on what. */
    record Wanted(
            Release.Kind kind,
            String receiver,
            String document,
            String decision,
            String words,
            String receipt,
            @Nullable LocalDate until) {}

    /** Gives an exhibit, or a copy of it, away; whoever gives has confirmed it as a signature. */
    @Transactional
    public void give(Exhibit exhibit, Wanted wanted, Confirmation.Confirmed by, Caller giver) {
        Release release =
                new Release(
                        UUID.randomUUID(),
                        exhibit.id(),
                        wanted.kind(),
                        wanted.receiver(),
                        wanted.document(),
                        wanted.decision(),
                        wanted.words(),
                        wanted.receipt(),
                        clock.instant(),
                        wanted.until(),
                        giver.name(),
                        by.factor(),
                        null);
        store.insert(release);
        switch (wanted.kind()) {
            case COPY -> copy(exhibit, release, giver);
            case LOAN -> changed(exhibit, release, KeepingState.LENT);
            case RETURN -> returned(exhibit, release, giver);
            case DISPOSAL -> changed(exhibit, release, KeepingState.DISPOSED);
        }
    }

    private void copy(Exhibit exhibit, Release release, Caller giver) {
        Exhibit made =
                exhibits.copy(
                        exhibit,
                        new Exhibits.NewCopy(OWNER, release.words(), exhibit.keeping().place()),
                        giver);
        record(exhibit, release, CustodyAct.COPY_GIVEN, "copy-given");
        Map<String, String> details = details(release);
        details.put("holder", release.receiver());
        custody.record(
                made,
                CustodyStep.by(giver.name(), CustodyAct.COPY_GIVEN, "handed-out")
                        .saying(release.words())
                        .with(details));
        moved(made, KeepingState.RETURNED, release.receiver());
    }

    private void returned(Exhibit exhibit, Release release, Caller giver) {
        store.loan(exhibit.id())
                .ifPresent(loan ->
                        store.back(
                                loan.id(),
                                new Release.Back(release.at(), giver.name(), release.decision())));
        changed(exhibit, release, KeepingState.RETURNED);
    }

    private void changed(Exhibit exhibit, Release release, KeepingState state) {
        switch (state) {
            case LENT -> record(exhibit, release, CustodyAct.LENT, "lent");
            case RETURNED -> record(exhibit, release, CustodyAct.RETURNED, "returned");
            case DISPOSED -> record(exhibit, release, CustodyAct.DISPOSED, "disposed");
            case KEPT -> throw new IllegalArgumentException("nothing is given away by keeping it");
        }
        moved(exhibit, state, release.receiver());
    }

    private void moved(Exhibit exhibit, KeepingState state, String holder) {
        if (!store.state(exhibit.id(), state.code(), holder, exhibit.keeping().place())) {
            throw ProblemFound.of(CustodyProblem.RELEASE_REFUSED);
        }
    }

    private void record(Exhibit exhibit, Release release, CustodyAct act, String kind) {
        Map<String, String> details = details(release);
        if (act != CustodyAct.COPY_GIVEN) {
            details.put("holder", release.receiver());
        }
        custody.record(
                exhibit,
                CustodyStep.by(release.author(), act, kind).saying(release.words()).with(details));
    }

    private static Map<String, String> details(Release release) {
        Map<String, String> details = new HashMap<>();
        details.put("receiver", release.receiver());
        details.put("identified-by", release.document());
        details.put("decision", release.decision());
        details.put("receipt", release.receipt());
        details.put("confirmed-by", release.factor());
        if (release.until() != null) {
            details.put("until", release.until().toString());
        }
        details.values().removeIf(String::isEmpty);
        return details;
    }

    /** A loan came back; whoever takes it holds it from then on. */
    @Transactional
    public void takeBack(Exhibit exhibit, String words, String place, Caller taker) {
        Release loan =
                store.loan(exhibit.id())
                        .orElseThrow(() -> ProblemFound.of(CustodyProblem.RELEASE_REFUSED));
        Instant now = clock.instant();
        boolean back =
                store.back(loan.id(), new Release.Back(now, taker.name(), words))
                        && store.state(exhibit.id(), KeepingState.KEPT.code(), taker.name(), place);
        if (!back) {
            throw ProblemFound.of(CustodyProblem.RELEASE_REFUSED);
        }
        custody.record(
                exhibit,
                CustodyStep.by(taker.name(), CustodyAct.CAME_BACK, "came-back")
                        .saying(words)
                        .with(
                                Map.of(
                                        "holder", taker.name(),
                                        "holder-body", taker.body().value(),
                                        "place", place)));
    }
}
