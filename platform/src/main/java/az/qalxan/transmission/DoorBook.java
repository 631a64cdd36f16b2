package az.qalxan.transmission;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whom the peers' port lets in, and what it shows of itself; read from the database again and
 * again, so that a stranger's handshake costs no query.
 */
@Component
class DoorBook {

    private final PeersSettings settings;
    private final PeerStore peers;
    private final PartnerKeyStore keys;
    private final OwnIdentity own;
    private final Alarms alarms;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable Page page;

    DoorBook(
            PeersSettings settings,
            PeerStore peers,
            PartnerKeyStore keys,
            OwnIdentity own,
            Alarms alarms,
            Clock clock,
            PlatformTransactionManager manager) {
        this.settings = settings;
        this.peers = peers;
        this.keys = keys;
        this.own = own;
        this.alarms = alarms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setReadOnly(true);
    }

    private record Page(Map<String, PartnerKey> known, OwnKey own) {}

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void read() {
        if (settings.port() != null) {
            page =
                    ActingAs.call(
                            TransactionIdentity.job("transmission"),
                            () -> transaction.execute(status -> write()));
        }
    }

    private Page write() {
        Map<String, PartnerKey> known = new HashMap<>();
        for (Peer peer : peers.all()) {
            if (peer.admitted()) {
                keys.of(peer.code()).stream()
                        .filter(key -> key.usage() == KeyUsage.TLS && key.inForce())
                        .forEach(key -> known.put(key.fingerprint(), key));
            }
        }
        return new Page(known, own.towardsAll(KeyUsage.TLS));
    }

    /** Whether that certificate may call now; a peer's whose days are over raises an alarm. */
    boolean knows(String fingerprint) {
        PartnerKey key = page().known().get(fingerprint);
        if (key == null) {
            return false;
        }
        Instant now = clock.instant();
        if (!key.usable(now)) {
            alarms.raise(new Alarms.Raised(key.owner(), fingerprint, "expired-used", "tls"));
        }
        return key.usable(now);
    }

    OwnKey ownKey() {
        return page().own();
    }

    private Page page() {
        Page read = page;
        if (read == null) {
            throw new IllegalStateException("the peers' port is not open");
        }
        return read;
    }

    /** The admitted peer that shows that certificate, as the database says now. */
    Optional<Peer> peer(String fingerprint) {
        PartnerKey key = page().known().get(fingerprint);
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(
                        transaction.execute(status ->
                                keys.find(key.owner(), fingerprint)
                                        .filter(one -> one.usable(clock.instant()))
                                        .flatMap(one -> peers.find(one.owner()))
                                        .filter(Peer::admitted)
                                        .orElse(null)));
    }
}
