package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker.Done;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of reading what feeds handed over: lines become occurrences, occurrences concerns of
 * whoever owned the place then, and what is unclear or nobody's becomes work, in one transaction.
 */
@Component
class FeedStep {

    static final TransactionIdentity SYSTEM = TransactionIdentity.job("notice");

    private final FeedStore feeds;
    private final ConcernStore concerns;
    private final WorkStore work;
    private final OwnerMemory owners;
    private final NoticePack pack;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FeedStep(
            FeedStore feeds,
            ConcernStore concerns,
            WorkStore work,
            OwnerMemory owners,
            NoticePack pack,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.feeds = feeds;
        this.concerns = concerns;
        this.work = work;
        this.owners = owners;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reads up to that many batches; their ids go to {@code taken}. */
    Done take(int most, Collection<Long> taken) {
        return ActingAs.call(
                SYSTEM, () -> Objects.requireNonNull(transaction.execute(_ -> step(most, taken))));
    }

    private Done step(int most, Collection<Long> taken) {
        List<FeedStore.Waiting> waiting = feeds.take(most);
        if (waiting.isEmpty()) {
            return Done.NOTHING;
        }
        waiting.forEach(one -> taken.add(one.id()));
        Drafts drafts = new Drafts(pack.taxonomy());
        List<FeedStore.Outcome> outcomes = new ArrayList<>();
        waiting.forEach(one -> outcomes.add(read(one, drafts)));
        concerns.see(drafts.all());
        for (int i = 0; i < waiting.size(); i++) {
            end(waiting.get(i), outcomes.get(i));
        }
        return Done.SOME;
    }

    private FeedStore.Outcome read(FeedStore.Waiting batch, Drafts drafts) {
        OwnerIndex index = owners.of(batch.feed().body());
        Normalising normalising =
                new Normalising(pack.taxonomy(), batch.feed().usualType(), clock.instant());
        List<FeedStore.Damage> damage = new ArrayList<>();
        int seen = 0;
        int unowned = 0;
        for (FeedLines.Line line : FeedLines.read(batch.content())) {
            switch (normalising.of(line)) {
                case Normalising.Told.Unclear(int number, String problem) ->
                        damage.add(new FeedStore.Damage(number, problem));
                case Normalising.Told.Seen(Occurrence occurrence) -> {
                    seen++;
                    unowned += drafts.add(batch, occurrence, index) ? 0 : 1;
                }
            }
        }
        return new FeedStore.Outcome(seen, unowned, damage);
    }

    private void end(FeedStore.Waiting batch, FeedStore.Outcome outcome) {
        feeds.done(batch.id(), outcome, clock.instant());
        if (outcome.unowned() > 0) {
            raise(batch.feed(), "no-owner", batch.feed().id().toString(), outcome.unowned());
        }
        if (!outcome.damage().isEmpty()) {
            raise(batch.feed(), "damaged", "" + batch.id(), outcome.damage().size());
        }
        audit.record(
                NoticeAct.BATCH_READ,
                AuditSubject.of("feed-batch", batch.id()),
                Map.of("feed", batch.feed().name(), "seen", "" + outcome.seen()));
    }

    private void raise(Feed feed, String kind, String subject, int amount) {
        work.raise(
                new WorkStore.Raised(
                        feed.body(),
                        feed.handling(),
                        kind,
                        subject,
                        new WorkStore.About(null, null, feed.id()),
                        "",
                        amount));
    }

    /** A batch with which a step failed alone waits for a person. */
    void setAside(long batch) {
        ActingAs.run(
                SYSTEM,
                () ->
                        transaction.executeWithoutResult(_ ->
                                feeds.fail(batch)
                                        .ifPresent(feed -> raise(feed, "damaged", "" + batch, 1))));
    }
}
