package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import az.qalxan.database.ActingAs;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
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
 * Tells owners what is due: one notice a day with everything of one marking, or as their own rules
 * say; at once what comes from feeds that cannot wait. What is told, its notice and its mail are
 * written together.
 */
@Component
class NoticeBundling {

    private final FeedStore feeds;
    private final ConcernStore concerns;
    private final OwnerStore owners;
    private final OwnerRuleStore rules;
    private final DelegationStore delegations;
    private final NoticeSending sending;
    private final NoticeLinks links;
    private final NoticeDue due;
    private final NoticePack pack;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Patience patience = new Patience();

    NoticeBundling(
            FeedStore feeds,
            ConcernStore concerns,
            OwnerStore owners,
            OwnerRuleStore rules,
            DelegationStore delegations,
            NoticeSending sending,
            NoticeLinks links,
            NoticeDue due,
            NoticePack pack,
            SecureRandom random,
            Clock clock,
            TransactionTemplate transaction) {
        this.feeds = feeds;
        this.concerns = concerns;
        this.owners = owners;
        this.rules = rules;
        this.delegations = delegations;
        this.sending = sending;
        this.links = links;
        this.due = due;
        this.pack = pack;
        this.random = random;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells everybody to whom something is due; how many notices that were. */
    synchronized int all() {
        int made = 0;
        if (!patience.ends(waits(), clock.instant())) {
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
        ZonedDateTime local = now.atZone(pack.zone());
        ConcernStore.Before before =
                new ConcernStore.Before(
                        now.minus(pack.times(true).repeat()),
                        now.minus(pack.times(false).repeat()));
        List<UUID> dueNow = concerns.ownersToTell(before, local.toLocalDate(), local.getHour());
        if (dueNow.isEmpty()) {
            return 0;
        }
        List<ConcernStore.Concern> told = concerns.toTell(dueNow, before);
        int made = write(told, now);
        concerns.told(told.stream().map(ConcernStore.Concern::id).toList(), now);
        owners.bundled(dueNow, local.toLocalDate());
        return made;
    }

    /** Everything that goes to one owner, or whoever handles a part for it, under one marking. */
    private record Bundle(UUID owner, Handling handling, String part) {}

    private int write(List<ConcernStore.Concern> told, Instant now) {
        Set<UUID> ids = told.stream().map(ConcernStore.Concern::owner).collect(Collectors.toSet());
        Map<UUID, Set<String>> handled = delegations.parts(ids, now);
        Map<Bundle, List<ConcernStore.Concern>> bundles = new LinkedHashMap<>();
        for (ConcernStore.Concern one : told) {
            boolean apart = handled.getOrDefault(one.owner(), Set.of()).contains(one.held());
            bundles.computeIfAbsent(
                            new Bundle(one.owner(), one.handling(), apart ? one.held() : ""),
                            bundle -> new ArrayList<>())
                    .add(one);
        }
        Map<UUID, Owner> known = owners.of(ids);
        Map<UUID, OwnerRule> wishes = rules.of(ids);
        Map<UUID, List<Channel>> ways =
                owners.channels(ids).stream().collect(Collectors.groupingBy(Channel::owner));
        List<NoticeSending.Ready> ready = new ArrayList<>();
        bundles.forEach((bundle, items) -> {
            Owner owner = Objects.requireNonNull(known.get(bundle.owner()));
            OwnerRule rule = wishes.getOrDefault(owner.id(), OwnerRule.USUAL);
            Optional<Channel> way =
                    rule.wantsMail(owner)
                            ? way(ways.getOrDefault(owner.id(), List.of()))
                            : Optional.empty();
            NoticeLinks.Drawn link = links.draw(now);
            ready.add(
                    new NoticeSending.Ready(
                            notice(bundle, items, state(owner, rule, way), link.kept()),
                            owner,
                            way,
                            rule,
                            link.link()));
        });
        sending.send(ready, now);
        return ready.size();
    }

    private static Optional<Channel> way(List<Channel> ways) {
        return ways.stream().filter(Channel::carriesMail).findFirst();
    }

    /** Without a mail it is on the owner's page, and waits for nothing. */
    private static String state(Owner owner, OwnerRule rule, Optional<Channel> way) {
        return way.isPresent() ? "waiting" : rule.wantsMail(owner) ? "stuck" : "sent";
    }

    private NoticeWritingStore.Written notice(
            Bundle bundle,
            List<ConcernStore.Concern> items,
            String state,
            NoticeWritingStore.Link link) {
        Instant now = clock.instant();
        boolean grave = items.stream().anyMatch(ConcernStore.Concern::grave);
        return new NoticeWritingStore.Written(
                UUID.randomUUID(),
                NoticeNumber.drawn(LocalDate.ofInstant(now, pack.zone()).getYear(), random),
                items.getFirst().body(),
                bundle.handling(),
                bundle.owner(),
                bundle.part(),
                grave,
                state,
                now,
                due.answer(grave, now),
                link,
                items);
    }
}
