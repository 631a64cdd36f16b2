package az.qalxan.exchange.poll;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.Reachable;
import az.qalxan.transmission.Backoff;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the servers of others when their time has come, one after the other. */
@Component
class Polling {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("exchange-poll");
    private static final int AT_ONCE_MAX = 20;
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

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void readDue() {
        int read = 0;
        while (read < AT_ONCE_MAX && readNext()) {
            read++;
        }
    }

    /** Reads one server; false when no one's time has come. */
    boolean readNext() {
        Optional<RemoteServer> due = ActingAs.call(JOB, this::begin);
        due.ifPresent(
                remote -> ActingAs.run(remote.identity(), () -> end(remote, guarded(remote))));
        return due.isPresent();
    }

    private Optional<RemoteServer> begin() {
        Instant now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(_ -> remotes.begin(now, now.plus(PageTaking.HELD))));
    }

    private void end(RemoteServer remote, Optional<Trouble> trouble) {
        Instant now = clock.instant();
        trouble.ifPresent(one -> LOG.warn("server {}: {}", remote.code(), one));
        transaction.executeWithoutResult(_ ->
                trouble.ifPresentOrElse(
                        one -> remotes.failed(remote.id(), one, again(remote, one, now)),
                        () -> remotes.succeeded(remote.id(), now, now.plus(remote.every()))));
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
        } catch (DataAccessException | IllegalStateException e) {
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
                                (objects, reached) -> {
                                    if (taking.keep(work, objects, reached)) {
                                        definitions.set(true);
                                    }
                                })
                        .run();
        if (trouble.isPresent()) {
            return trouble;
        }
        if (definitions.get()) {
            again(new PageTaking.Work(remote, place, true), as, begun.minus(remote.overlap()));
        }
        return takesReceipts(remote, as) ? receipts.post(remote, as) : Optional.empty();
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
