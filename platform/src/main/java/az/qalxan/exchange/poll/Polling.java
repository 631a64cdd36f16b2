package az.qalxan.exchange.poll;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.Reachable;
import az.qalxan.transmission.Backoff;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the servers of others when their time has come, some at once: one that is slow holds up
 * only itself.
 */
@Component
class Polling {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("exchange-poll");
    private static final int AT_ONCE_MAX = 8;
    private static final int STOPPING_SECONDS_MAX = 10;
    private static final Duration ROUND_MAX = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int AGAIN_MAX = 500;
    private static final int AGAIN_AT_ONCE = 25;

    private final RemoteStore remotes;
    private final RemoteArrivalStore arrivals;
    private final RemoteSecrets secrets;
    private final RemoteCalls calls;
    private final PageTaking taking;
    private final ReceiptPost receipts;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    Polling(
            RemoteStore remotes,
            RemoteArrivalStore arrivals,
            RemoteSecrets secrets,
            RemoteCalls calls,
            PageTaking taking,
            ReceiptPost receipts,
            SecureRandom random,
            Clock clock,
            TransactionTemplate transaction) {
        this.remotes = remotes;
        this.arrivals = arrivals;
        this.secrets = secrets;
        this.calls = calls;
        this.taking = taking;
        this.receipts = receipts;
        this.random = random;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Begins with those whose time has come, as long as there are places. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void readDue() {
        while (places.tryAcquire()) {
            Optional<RemoteServer> due = Optional.empty();
            try {
                due = ActingAs.call(JOB, this::begin);
                due.ifPresent(remote -> workers.execute(() -> readInPlace(remote)));
            } finally {
                if (due.isEmpty()) {
                    places.release();
                }
            }
            if (due.isEmpty()) {
                return;
            }
        }
    }

    private void readInPlace(RemoteServer remote) {
        try {
            read(remote);
        } finally {
            places.release();
        }
    }

    /** Reads one server; false when no one's time has come. */
    boolean readNext() {
        Optional<RemoteServer> due = ActingAs.call(JOB, this::begin);
        due.ifPresent(this::read);
        return due.isPresent();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.shutdownNow();
        if (!workers.awaitTermination(STOPPING_SECONDS_MAX, TimeUnit.SECONDS)) {
            LOG.warn("servers of others are still being read");
        }
    }

    private Optional<RemoteServer> begin() {
        Instant now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(_ -> remotes.begin(now, now.plus(PageTaking.HELD))));
    }

    private void read(RemoteServer remote) {
        ActingAs.run(
                remote.identity(),
                () -> {
                    Optional<Trouble> trouble = guarded(remote);
                    try {
                        end(remote, trouble);
                    } catch (DataAccessException | TransactionException e) {
                        LOG.error("server {}: read again when its hold ends", remote.code(), e);
                    }
                });
    }

    private void end(RemoteServer remote, Optional<Trouble> trouble) {
        Instant now = clock.instant();
        trouble.ifPresent(one -> LOG.warn("server {}: {}", remote.code(), one));
        transaction.executeWithoutResult(_ ->
                trouble.ifPresentOrElse(
                        one -> end(remote, one, now),
                        () -> remotes.succeeded(remote.id(), now, now.plus(remote.every()))));
    }

    private void end(RemoteServer remote, Trouble trouble, Instant now) {
        if (trouble.kind() == Trouble.Kind.LONG) {
            remotes.later(remote.id(), now.plus(SOON));
        } else {
            remotes.failed(remote.id(), trouble, again(remote, trouble, now));
        }
    }

    /** As long as the server asks for, and longer with every failure. */
    private Instant again(RemoteServer remote, Trouble trouble, Instant now) {
        Duration pause = Backoff.pause(remote.state().failures() + 1, random);
        @Nullable Duration asked = trouble.pause();
        return now.plus(asked == null || asked.compareTo(pause) < 0 ? pause : asked);
    }

    /** What goes wrong on our side stands on the page too, and is tried again. */
    private Optional<Trouble> guarded(RemoteServer remote) {
        try {
            return round(remote);
        } catch (DataAccessException
                | TransactionException
                | JacksonException
                | IllegalStateException e) {
            LOG.error("server {} could not be read", remote.code(), e);
            return Optional.of(Trouble.of(Trouble.Kind.DEFECT, ""));
        }
    }

    private Optional<Trouble> round(RemoteServer remote) {
        @Nullable Reachable place = taking.place(remote);
        if (place == null) {
            return Optional.of(Trouble.of(Trouble.Kind.CLOSED, ""));
        }
        RemoteCalls.SignIn as = signIn(remote);
        Instant begun = clock.instant();
        AtomicBoolean definitions = new AtomicBoolean();
        PageTaking.Work work = new PageTaking.Work(remote, place, false);
        Optional<Trouble> trouble =
                new PollRound(
                                remote.place().resolve("objects/"),
                                from(remote),
                                address -> calls.get(address, as),
                                new Pages(work, definitions, begun.plus(ROUND_MAX)))
                        .run();
        if (trouble.isPresent()) {
            return trouble;
        }
        if (definitions.get()) {
            again(new PageTaking.Work(remote, place, true), as, begun.minus(remote.overlap()));
        }
        return takesReceipts(remote, as) ? receipts.post(remote, as) : Optional.empty();
    }

    /** Keeps the pages of a round until its time is over: others wait for the place. */
    private final class Pages implements PollRound.Keeping {

        private final PageTaking.Work work;
        private final AtomicBoolean definitions;
        private final Instant end;

        Pages(PageTaking.Work work, AtomicBoolean definitions, Instant end) {
            this.work = work;
            this.definitions = definitions;
            this.end = end;
        }

        @Override
        public void keep(List<Slice> objects, @Nullable Instant reached) {
            if (taking.keep(work, objects, reached)) {
                definitions.set(true);
            }
        }

        @Override
        public boolean goesOn() {
            return clock.instant().isBefore(end);
        }
    }

    private RemoteCalls.SignIn signIn(RemoteServer remote) {
        if (remote.username().isEmpty()) {
            return new RemoteCalls.SignIn("", "");
        }
        byte[] closed =
                Objects.requireNonNull(transaction.execute(_ -> remotes.secret(remote.id())));
        return new RemoteCalls.SignIn(remote.username(), secrets.open(closed, remote.id()));
    }

    private static @Nullable Instant from(RemoteServer remote) {
        @Nullable Instant reached = remote.reached();
        return reached == null ? null : reached.minus(remote.overlap());
    }

    /** What was refused for want of a marking definition is asked for again when one came later. */
    private void again(PageTaking.Work work, RemoteCalls.SignIn as, Instant since) {
        List<String> ids =
                Objects.requireNonNull(
                        transaction.execute(
                                _ -> arrivals.refused(work.remote().id(), since, AGAIN_MAX)));
        for (int from = 0; from < ids.size(); from += AGAIN_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AGAIN_AT_ONCE));
            URI address =
                    work.remote()
                            .place()
                            .resolve(
                                    "objects/?match%5Bversion%5D=all&match%5Bid%5D="
                                            + some.stream().collect(Collectors.joining("%2C")));
            try {
                RemoteAnswer answer = calls.get(address, as);
                if (answer.good()
                        && RemotePage.read(answer.body()) instanceof RemotePage.Read read) {
                    taking.keep(work, read.page().objects(), null);
                }
            } catch (IOException e) {
                LOG.warn("server {}: refused objects are not asked again", work.remote().code(), e);
            }
        }
    }

    /** Another Qalxan says in its API root that it takes receipts. */
    private boolean takesReceipts(RemoteServer remote, RemoteCalls.SignIn as) {
        try {
            RemoteAnswer answer = calls.get(remote.root(), as);
            @Nullable JsonNode root =
                    answer.good() ? JsonMapper.shared().readTree(answer.body()) : null;
            return root != null && root.path(ReceiptPost.MEMBER).asBoolean(false);
        } catch (IOException | JacksonException e) {
            LOG.info("server {} says nothing of receipts: {}", remote.code(), e.getMessage());
            return false;
        }
    }
}
