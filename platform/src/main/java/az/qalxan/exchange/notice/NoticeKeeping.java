package az.qalxan.exchange.notice;

import az.qalxan.database.ActingAs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the register in order: what nobody owned goes to an owner who has become known, what nobody
 * sees any more is closed, what was read is not kept as it came for ever.
 */
@Component
class NoticeKeeping {

    /** So long what a feed handed over is kept as it came. */
    static final Duration CONTENT_KEPT = Duration.ofDays(30);

    /** What was seen longer ago is not told any more when its owner becomes known. */
    static final Duration ADOPTED_BACK = Duration.ofDays(30);

    private static final int AT_ONCE_MAX = 2_000;

    private final UnownedStore unowned;
    private final ConcernStore concerns;
    private final ClaimStore claims;
    private final OwnerMemory owners;
    private final OwnerNoticeStore notices;
    private final FeedStore feeds;
    private final NoticePack pack;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private long adoptedAt = -1;

    NoticeKeeping(
            UnownedStore unowned,
            ConcernStore concerns,
            ClaimStore claims,
            OwnerMemory owners,
            OwnerNoticeStore notices,
            FeedStore feeds,
            NoticePack pack,
            Clock clock,
            TransactionTemplate transaction) {
        this.unowned = unowned;
        this.concerns = concerns;
        this.claims = claims;
        this.owners = owners;
        this.notices = notices;
        this.feeds = feeds;
        this.pack = pack;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks through what nobody owned whenever a claim changed. */
    synchronized void adopt() {
        ActingAs.run(
                FeedStep.SYSTEM,
                () -> {
                    long edition =
                            Objects.requireNonNull(transaction.execute(_ -> claims.edition()));
                    if (edition != adoptedAt) {
                        adoptAll();
                        adoptedAt = edition;
                    }
                });
    }

    private void adoptAll() {
        Instant since = clock.instant().minus(ADOPTED_BACK);
        UnownedStore.Page page = new UnownedStore.Page(UnownedStore.FIRST, since, AT_ONCE_MAX);
        boolean more = true;
        while (more) {
            UnownedStore.Page here = page;
            List<UnownedStore.Waiting> looked =
                    Objects.requireNonNull(transaction.execute(_ -> adopt(here)));
            more = looked.size() == AT_ONCE_MAX;
            if (more) {
                page = new UnownedStore.Page(looked.getLast().id(), since, AT_ONCE_MAX);
            }
        }
    }

    private List<UnownedStore.Waiting> adopt(UnownedStore.Page page) {
        List<UnownedStore.Waiting> looked = unowned.waiting(page);
        List<UnownedStore.Waiting> owned =
                looked.stream().filter(one -> !holders(one).isEmpty()).toList();
        List<Drafts.Draft> drafts =
                owned.stream()
                        .flatMap(one -> holders(one).stream().map(held -> draft(one, held)))
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Drafts.Draft::id, one -> one, (one, same) -> one))
                        .values()
                        .stream()
                        .toList();
        if (!drafts.isEmpty()) {
            concerns.see(drafts);
            unowned.adopted(owned.stream().map(UnownedStore.Waiting::id).toList());
        }
        return looked;
    }

    private List<Holding> holders(UnownedStore.Waiting one) {
        return owners.of(one.feed().body()).of(one.seen().where(), one.seen().at());
    }

    private static Drafts.Draft draft(UnownedStore.Waiting one, Holding held) {
        return new Drafts.Draft(
                ConcernKey.of(one.feed().body(), held.owner(), one.seen()),
                one.feed(),
                one.batch(),
                held,
                one.seen(),
                one.firstAt(),
                one.times(),
                one.grave());
    }

    /** What is over is closed; what was read long ago is not kept as it came. */
    void settle() {
        ActingAs.run(
                FeedStep.SYSTEM,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            Instant now = clock.instant();
                            concerns.gone(now.minus(pack.gone()), now);
                            notices.close(now.minus(pack.gone()));
                            feeds.forget(now.minus(CONTENT_KEPT));
                        }));
    }
}
