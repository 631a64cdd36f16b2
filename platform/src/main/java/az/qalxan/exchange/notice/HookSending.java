package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls the web hooks of owners: signed, without following redirects, tried for two days with
 * longer and longer pauses. What does not arrive is work for a person.
 */
@Component
class HookSending {

    private static final int AT_ONCE_MAX = 20;
    private static final Duration CALL_MAX = Duration.ofSeconds(10);
    private static final Duration TRIED = Duration.ofDays(2);
    private static final Duration PAUSE_MAX = Duration.ofHours(6);

    private final HookQueue queue;
    private final HookKeys keys;
    private final OwnerNoticeStore notices;
    private final WorkStore work;
    private final AuditLog audit;
    private final Environment environment;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CALL_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    HookSending(
            HookQueue queue,
            HookKeys keys,
            OwnerNoticeStore notices,
            WorkStore work,
            AuditLog audit,
            Environment environment,
            Clock clock,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.keys = keys;
        this.notices = notices;
        this.work = work;
        this.audit = audit;
        this.environment = environment;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether hooks on this machine may be called; for tests. */
    boolean local() {
        return environment.getProperty("qalxan.notices.hook-local", Boolean.class, false);
    }

    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        ActingAs.run(
                FeedStep.SYSTEM,
                () -> {
                    Instant now = clock.instant();
                    List<HookQueue.Due> due =
                            Objects.requireNonNull(
                                    transaction.execute(_ -> queue.due(now, AT_ONCE_MAX)));
                    for (HookQueue.Due one : due) {
                        String trouble = call(one, now);
                        transaction.executeWithoutResult(_ -> note(one, trouble, now));
                    }
                });
    }

    /** Empty when it arrived; otherwise what was wrong. */
    private String call(HookQueue.Due one, Instant now) {
        Optional<URI> address = HookAddress.read(one.url(), local());
        try {
            boolean open =
                    address.isPresent()
                            && (local()
                                    || HookAddress.open(
                                            InetAddress.getAllByName(address.get().getHost())));
            return open ? send(one, address.get(), now) : "address";
        } catch (UnknownHostException e) {
            return "unknown-host";
        } catch (IOException e) {
            return "no-answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private String send(HookQueue.Due one, URI address, Instant now)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(CALL_MAX)
                        .header("Content-Type", "application/json")
                        .header("Qalxan-Delivery", one.id().toString())
                        .header(
                                "Qalxan-Signature",
                                keys.sign(
                                        one.key(),
                                        one.owner(),
                                        now.getEpochSecond(),
                                        one.content()))
                        .POST(HttpRequest.BodyPublishers.ofString(one.content()))
                        .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status >= 200 && status < 300 ? "" : "status " + status;
    }

    private void note(HookQueue.Due one, String trouble, Instant now) {
        boolean over = now.isAfter(one.madeAt().plus(TRIED));
        if (trouble.isEmpty()) {
            queue.moved(one.id(), new HookQueue.Outcome("sent", "", now), now);
            notices.sent(one.notice(), now);
        } else if (over) {
            queue.moved(one.id(), new HookQueue.Outcome("failed", trouble, now), now);
            notices.find(one.notice()).ifPresent(notice -> raise(notice, one, trouble));
        } else {
            queue.moved(
                    one.id(),
                    new HookQueue.Outcome("queued", trouble, now.plus(pause(one.attempts()))),
                    now);
        }
    }

    static Duration pause(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts, 9));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    private void raise(Notice notice, HookQueue.Due one, String trouble) {
        work.raise(
                new WorkStore.Raised(
                        notice.body(),
                        notice.handling(),
                        "not-sent",
                        "hook " + one.owner(),
                        new WorkStore.About(one.owner(), notice.id(), null),
                        one.url(),
                        1));
        audit.record(
                NoticeAct.HOOK_FAILED,
                AuditSubject.of("notice", notice.number()),
                Map.of("trouble", trouble));
    }
}
