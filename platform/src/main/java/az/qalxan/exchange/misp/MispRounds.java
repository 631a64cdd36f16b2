package az.qalxan.exchange.misp;

import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.poll.RemoteSecrets;
import az.qalxan.transmission.Backoff;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and fills the MISP servers and feeds of others when their time has come. */
@Component
class MispRounds {

    /** Longer than one event can last: nobody else works with the same remote meanwhile. */
    static final Duration HELD = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(MispRounds.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("misp-rounds");
    private static final int AT_ONCE_MAX = 20;
    private static final String FOLDER = "folder:";

    private final MispRemoteStore remotes;
    private final MispPulling pulling;
    private final MispPushing pushing;
    private final MispCalls calls;
    private final RemoteSecrets secrets;
    private final CollectionDesk collections;
    private final DataFolder data;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MispRounds(
            MispRemoteStore remotes,
            MispPulling pulling,
            MispPushing pushing,
            MispCalls calls,
            RemoteSecrets secrets,
            CollectionDesk collections,
            DataFolder data,
            SecureRandom random,
            Clock clock,
            TransactionTemplate transaction) {
        this.remotes = remotes;
        this.pulling = pulling;
        this.pushing = pushing;
        this.calls = calls;
        this.secrets = secrets;
        this.collections = collections;
        this.data = data;
        this.random = random;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void runDue() {
        int done = 0;
        while (done < AT_ONCE_MAX && runNext()) {
            done++;
        }
    }

    /** Does one remote; false when no one's time has come. */
    boolean runNext() {
        Instant now = clock.instant();
        Optional<MispRemote> due =
                ActingAs.call(
                        JOB,
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(
                                                _ -> remotes.begin(now, now.plus(HELD)))));
        due.ifPresent(
                remote -> ActingAs.run(remote.identity(), () -> end(remote, guarded(remote))));
        return due.isPresent();
    }

    private void end(MispRemote remote, Optional<MispTrouble> trouble) {
        Instant now = clock.instant();
        @Nullable MispTrouble one = trouble.orElse(null);
        if (one != null) {
            LOG.warn("MISP {}: {}", remote.code(), one);
        }
        Duration pause =
                one == null ? remote.every() : Backoff.pause(remote.state().failures() + 1, random);
        transaction.executeWithoutResult(
                _ -> remotes.ended(remote.id(), now, now.plus(pause), one));
    }

    /** What goes wrong on our side stands on the page too, and is tried again. */
    private Optional<MispTrouble> guarded(MispRemote remote) {
        try {
            return round(remote);
        } catch (MispSource.StatusException e) {
            return Optional.of(new MispTrouble(e.kind(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return Optional.of(
                    new MispTrouble(MispTrouble.Kind.NO_ANSWER, String.valueOf(e.getMessage())));
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("MISP {} could not be dealt with", remote.code(), e);
            return Optional.of(new MispTrouble(MispTrouble.Kind.DEFECT, ""));
        }
    }

    private Optional<MispTrouble> round(MispRemote remote) throws IOException {
        Optional<Reachable> into =
                collections.find(remote.into()).filter(one -> one.collection().open());
        if (into.isEmpty()) {
            return Optional.of(new MispTrouble(MispTrouble.Kind.CLOSED, ""));
        }
        String key = key(remote);
        Optional<MispTrouble> trouble = Optional.empty();
        if (remote.pulls()) {
            trouble = pulling.run(remote, into.get().collection(), source(remote, key));
        }
        if (remote.pushes() && trouble.isEmpty()) {
            trouble = pushing.run(remote, key);
        }
        return trouble;
    }

    private String key(MispRemote remote) {
        byte[] closed =
                Objects.requireNonNull(transaction.execute(_ -> remotes.secret(remote.id())));
        return secrets.open(closed, remote.id());
    }

    /** Folders of feeds lie in the data folder; their names have neither dots nor slashes. */
    private MispSource source(MispRemote remote, String key) {
        if (remote.address().startsWith(FOLDER)) {
            return new MispSource.Folder(
                    data.subfolder("misp-feeds")
                            .resolve(remote.address().substring(FOLDER.length())));
        }
        URI address = URI.create(remote.address());
        return remote.feed()
                ? new MispSource.Web(address, key, calls)
                : new MispSource.Server(address, key, calls);
    }
}
