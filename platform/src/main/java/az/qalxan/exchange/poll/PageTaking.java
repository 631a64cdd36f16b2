package az.qalxan.exchange.poll;

import az.qalxan.access.Handling;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.EnvelopeReading;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.Verdict;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes pages into our collection: objects, their log and the progress in one transaction. */
@Component
class PageTaking {

    /** Longer than one page can last: nobody else reads the same server meanwhile. */
    static final Duration HELD = Duration.ofMinutes(10);

    private final RemoteArrivalStore arrivals;
    private final RemoteStore remotes;
    private final ObjectIntake intake;
    private final CollectionDesk desk;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PageTaking(
            RemoteArrivalStore arrivals,
            RemoteStore remotes,
            ObjectIntake intake,
            CollectionDesk desk,
            Clock clock,
            TransactionTemplate transaction) {
        this.arrivals = arrivals;
        this.remotes = remotes;
        this.intake = intake;
        this.desk = desk;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Our collection as this server may fill it; null when it takes nothing now. */
    @Nullable Reachable place(RemoteServer remote) {
        return desk.find(remote.into())
                .filter(found -> found.collection().open())
                .map(found -> new Reachable(found.collection(), Handling.RED, remote.ceiling()))
                .orElse(null);
    }

    /** One that is at work for a server. */
    record Work(RemoteServer remote, Reachable place, boolean again) {}

    /**
     * Keeps a page.
     *
     * @return whether a marking definition was among what was new
     */
    boolean keep(Work work, List<Slice> page, @Nullable Instant reached) {
        Set<String> known = page.isEmpty() ? Set.of() : known(work, page);
        List<Slice> fresh =
                page.stream()
                        .filter(one -> !known.contains(HexFormat.of().formatHex(one.digest())))
                        .toList();
        if (!fresh.isEmpty()) {
            take(work, fresh);
        }
        transaction.executeWithoutResult(_ ->
                remotes.progress(
                        work.remote().id(),
                        new RemoteServer.Counts(0, 0, 0),
                        reached,
                        heldUntil()));
        return fresh.stream().anyMatch(one -> one.type().equals("marking-definition"));
    }

    private Set<String> known(Work work, List<Slice> page) {
        return Objects.requireNonNull(
                transaction.execute(_ -> arrivals.known(work.remote().id(), page, !work.again())));
    }

    private Instant heldUntil() {
        return clock.instant().plus(HELD);
    }

    /** All at once; one by one where one of them cannot even be read. */
    private void take(Work work, List<Slice> fresh) {
        EnvelopeReading reading =
                EnvelopeReader.read(new ByteArrayInputStream(RemotePage.envelope(fresh)));
        switch (reading) {
            case EnvelopeReading.Read read ->
                    intake.take(
                            work.remote().sender(),
                            work.place(),
                            read,
                            verdicts -> note(work, fresh, verdicts));
            case EnvelopeReading.Unreadable unreadable -> apart(work, fresh, unreadable.words());
            case EnvelopeReading.TooLarge _ -> apart(work, fresh, "it is too large");
            case EnvelopeReading.TooMany _ -> apart(work, fresh, "it is too large");
        }
    }

    private void apart(Work work, List<Slice> fresh, String words) {
        if (fresh.size() > 1) {
            int half = fresh.size() / 2;
            take(work, fresh.subList(0, half));
            take(work, fresh.subList(half, fresh.size()));
            return;
        }
        Slice bad = fresh.getFirst();
        transaction.executeWithoutResult(
                _ -> note(work, fresh, List.of(new Verdict(bad.id(), bad.version(), words))));
    }

    /** Verdicts are in the order of the objects. */
    private void note(Work work, List<Slice> fresh, List<Verdict> verdicts) {
        List<RemoteArrivalStore.Arrival> all = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            all.add(new RemoteArrivalStore.Arrival(fresh.get(i), verdicts.get(i).fault()));
        }
        arrivals.insert(work.remote().id(), all, clock.instant());
        long taken = verdicts.stream().filter(Verdict::taken).count();
        remotes.progress(
                work.remote().id(),
                new RemoteServer.Counts(all.size(), taken, all.size() - taken),
                null,
                heldUntil());
    }
}
