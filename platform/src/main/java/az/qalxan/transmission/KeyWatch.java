package az.qalxan.transmission;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the end of every key, partners' and ours: an alarm thirty days, seven days and a day
 * before, and at the end. A key that has a successor is left alone.
 */
@Component
class KeyWatch {

    /** The owner under whom our own keys stand in alarms. */
    static final String OWN = "own";

    private static final Duration SUCCESSOR_MIN = Duration.ofDays(30);

    private final PartnerKeyStore keys;
    private final InstanceKeys own;
    private final Alarms alarms;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeyWatch(
            PartnerKeyStore keys,
            InstanceKeys own,
            Alarms alarms,
            Clock clock,
            PlatformTransactionManager manager) {
        this.keys = keys;
        this.own = own;
        this.alarms = alarms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A key that is in use, whoever's. */
    record Watched(String owner, KeyUsage usage, String fingerprint, Instant until) {}

    @Scheduled(initialDelay = 5, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void look() {
        ActingAs.run(
                TransactionIdentity.job("transmission"),
                () -> transaction.executeWithoutResult(status -> raise(watched())));
    }

    private List<Watched> watched() {
        List<Watched> all = new ArrayList<>();
        for (PartnerKey key : keys.all()) {
            if (key.inForce()) {
                all.add(new Watched(key.owner(), key.usage(), key.fingerprint(), key.until()));
            }
        }
        for (KeyUsage usage : KeyUsage.values()) {
            for (OwnKey key : own.existing(usage)) {
                all.add(new Watched(OWN, usage, key.fingerprint(), key.until()));
            }
        }
        return all;
    }

    private void raise(List<Watched> all) {
        Instant now = clock.instant();
        for (Watched key : all) {
            Optional<String> reason = reason(Duration.between(now, key.until()));
            if (reason.isPresent() && all.stream().noneMatch(other -> follows(other, key, now))) {
                alarms.raiseOnce(
                        new Alarms.Raised(
                                key.owner(),
                                key.fingerprint(),
                                reason.get(),
                                key.usage().code() + " " + key.until()));
            }
        }
    }

    private static boolean follows(Watched other, Watched key, Instant now) {
        return other.owner().equals(key.owner())
                && other.usage() == key.usage()
                && other.until().isAfter(key.until())
                && other.until().isAfter(now.plus(SUCCESSOR_MIN));
    }

    /** Message key {@code transmission.alarm.<reason>}; empty while there is time. */
    static Optional<String> reason(Duration left) {
        if (!left.isPositive()) {
            return Optional.of("expired");
        }
        for (int days : new int[] {1, 7, 30}) {
            if (left.compareTo(Duration.ofDays(days)) <= 0) {
                return Optional.of("ends-" + days);
            }
        }
        return Optional.empty();
    }
}
