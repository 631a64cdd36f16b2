package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.transmission.NoticePost;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells owners what is due: one notice a day with everything of one marking, at once what comes
 * from feeds that cannot wait. What is told, its notice and its mail are written together.
 */
@Component
class NoticeBundling {

    private static final int LINK_BYTES = 24;

    private final FeedStore feeds;
    private final ConcernStore concerns;
    private final OwnerStore owners;
    private final OwnerNoticeStore notices;
    private final WorkStore work;
    private final Letters letters;
    private final NoticePost post;
    private final EndedKeys keys;
    private final NoticePack pack;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NoticeBundling(
            FeedStore feeds,
            ConcernStore concerns,
            OwnerStore owners,
            OwnerNoticeStore notices,
            WorkStore work,
            Letters letters,
            NoticePost post,
            EndedKeys keys,
            NoticePack pack,
            AuditLog audit,
            SecureRandom random,
            Clock clock,
            TransactionTemplate transaction) {
        this.feeds = feeds;
        this.concerns = concerns;
        this.owners = owners;
        this.notices = notices;
        this.work = work;
        this.letters = letters;
        this.post = post;
        this.keys = keys;
        this.pack = pack;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells everybody to whom something is due; how many notices that were. */
    synchronized int all() {
        int made = 0;
        if (waits()) {
            return 0;
        }
        int step = some();
        while (step > 0) {
            made += step;
            step = some();
        }
        return made;
    }

    /** While feeds wait to be read, what they say belongs into the same notice. */
    private boolean waits() {
        return ActingAs.call(
                FeedStep.SYSTEM,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> feeds.standing().batches() > 0)));
    }

    private int some() {
        return ActingAs.call(
                FeedStep.SYSTEM, () -> Objects.requireNonNull(transaction.execute(_ -> step())));
    }

    private int step() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, pack.zone());
        ConcernStore.Before before =
                new ConcernStore.Before(
                        now.minus(pack.times(true).repeat()),
                        now.minus(pack.times(false).repeat()));
        List<UUID> due = concerns.ownersToTell(before, today);
        if (due.isEmpty()) {
            return 0;
        }
        List<ConcernStore.Concern> told = concerns.toTell(due, before);
        int made = write(told, now);
        concerns.told(told.stream().map(ConcernStore.Concern::id).toList(), now);
        owners.bundled(due, today);
        return made;
    }

    /** Everything that goes to one owner under one marking. */
    private record Bundle(UUID owner, Handling handling) {}

    private int write(List<ConcernStore.Concern> told, Instant now) {
        Map<Bundle, List<ConcernStore.Concern>> bundles = new LinkedHashMap<>();
        told.forEach(one ->
                bundles.computeIfAbsent(
                                new Bundle(one.owner(), one.handling()),
                                bundle -> new ArrayList<>())
                        .add(one));
        Set<UUID> ids = told.stream().map(ConcernStore.Concern::owner).collect(Collectors.toSet());
        Map<UUID, Owner> known = owners.of(ids);
        Map<UUID, List<Channel>> ways =
                owners.channels(ids).stream().collect(Collectors.groupingBy(Channel::owner));
        List<Ready> ready = new ArrayList<>();
        bundles.forEach((bundle, items) ->
                ready.add(
                        ready(
                                Objects.requireNonNull(known.get(bundle.owner())),
                                items,
                                way(ways.getOrDefault(bundle.owner(), List.of())),
                                now)));
        keep(ready, now);
        return ready.size();
    }

    private static Optional<Channel> way(List<Channel> ways) {
        return ways.stream().filter(Channel::carriesMail).findFirst();
    }

    /** A notice, whose it is, how it goes, and what its link ends with. */
    private record Ready(
            OwnerNoticeStore.Written notice, Owner owner, Optional<Channel> way, String link) {}

    private Ready ready(
            Owner owner, List<ConcernStore.Concern> items, Optional<Channel> way, Instant now) {
        byte[] drawn = new byte[LINK_BYTES];
        random.nextBytes(drawn);
        String link = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        boolean grave = items.stream().anyMatch(ConcernStore.Concern::grave);
        OwnerNoticeStore.Written notice =
                new OwnerNoticeStore.Written(
                        UUID.randomUUID(),
                        NoticeNumber.drawn(LocalDate.ofInstant(now, pack.zone()).getYear(), random),
                        owner.body(),
                        items.getFirst().handling(),
                        owner.id(),
                        grave,
                        way.isPresent() ? "waiting" : "stuck",
                        now,
                        now.plus(pack.times(grave).acknowledge()),
                        new OwnerNoticeStore.Link(digest(link), now.plus(pack.link())),
                        items);
        return new Ready(notice, owner, way, link);
    }

    static String digest(String link) {
        return Sha256.of(link.getBytes(StandardCharsets.UTF_8));
    }

    private void keep(List<Ready> ready, Instant now) {
        notices.write(ready.stream().map(Ready::notice).toList());
        notices.begun(ready.stream().map(one -> one.notice().id()).toList(), now);
        audit.recordAll(
                NoticeAct.NOTICE_MADE,
                "notice",
                ready.stream().map(one -> one.notice().number()).toList());
        List<OwnerNoticeStore.Mail> mails = new ArrayList<>();
        List<NoticePost.Outside> out = new ArrayList<>();
        for (Ready one : ready) {
            if (one.way().isEmpty()) {
                unreachable(one);
                continue;
            }
            Channel way = one.way().get();
            UUID mail = UUID.randomUUID();
            mails.add(
                    new OwnerNoticeStore.Mail(
                            mail,
                            one.notice().id(),
                            way.id(),
                            way.address(),
                            "notice",
                            "queued",
                            "",
                            now));
            out.add(
                    letters.first(
                            mail,
                            way.address(),
                            new Letters.Subject(one.notice(), one.owner(), one.link())));
        }
        notices.mailed(mails);
        post.postOutside(out);
        keys.look(
                ready.stream()
                        .flatMap(one -> one.way().map(way -> going(one, way)).stream())
                        .toList());
    }

    private static EndedKeys.Going going(Ready one, Channel way) {
        OwnerNoticeStore.Written notice = one.notice();
        return new EndedKeys.Going(
                way.address(), notice.id(), notice.body(), notice.handling(), notice.owner());
    }

    private void unreachable(Ready one) {
        work.raise(
                new WorkStore.Raised(
                        one.notice().body(),
                        one.notice().handling(),
                        "no-contact",
                        one.owner().id().toString(),
                        new WorkStore.About(one.owner().id(), one.notice().id(), null),
                        one.owner().name(),
                        1));
    }
}
