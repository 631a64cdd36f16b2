package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes keys without a gap: the next key is announced by a message that the present one signs,
 * and used towards a peer from its receipt on.
 */
@Component
class KeyRolling {

    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");

    static final String KIND = "transmission.key";

    /** A peer has no use for more keys at a time; who announces more is not believed. */
    private static final int LIVE_KEYS_MAX = 6;

    private static final Duration LASTING_MAX = Duration.ofDays(1_200);

    private final InstanceKeys own;
    private final OwnIdentity identity;
    private final PeerStore peers;
    private final PartnerKeyStore keys;
    private final Dispatch dispatch;
    private final Alarms alarms;
    private final AuditLog audit;
    private final PeersSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeyRolling(
            InstanceKeys own,
            OwnIdentity identity,
            PeerStore peers,
            PartnerKeyStore keys,
            Dispatch dispatch,
            Alarms alarms,
            AuditLog audit,
            PeersSettings settings,
            Clock clock,
            PlatformTransactionManager manager) {
        this.own = own;
        this.identity = identity;
        this.peers = peers;
        this.keys = keys;
        this.dispatch = dispatch;
        this.alarms = alarms;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What an announcement says. */
    record Announced(String usage, String certificate) {}

    /** Makes the next key of that usage; peers are told of it soon. */
    @Transactional
    OwnKey roll(KeyUsage usage) {
        own.of(usage);
        OwnKey next = own.make(usage);
        audit.record(
                TransmissionAct.OWN_KEY_MADE,
                AuditSubject.of("peer", "own"),
                Map.of("usage", usage.code(), "key", next.fingerprint()));
        return next;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 4, timeUnit = TimeUnit.SECONDS)
    void announce() {
        if (settings.port() != null) {
            ActingAs.run(JOB, () -> transaction.executeWithoutResult(status -> announceNew()));
        }
    }

    /** Tells every admitted peer of the keys that it does not know yet. */
    void announceNew() {
        for (Peer peer : peers.all()) {
            if (peer.admitted()) {
                identity.untold(peer, KeyUsage.TLS).forEach(key -> announce(key, peer));
                identity.untold(peer, KeyUsage.SIGN).forEach(key -> announce(key, peer));
            }
        }
    }

    void announce(OwnKey key, Peer peer) {
        byte[] json =
                Manifest.write(
                        new Announced(key.usage().code(), Certificates.pem(key.certificate())));
        Correspondence with =
                new Correspondence(
                        peer.code(),
                        settings.body(),
                        new BodyCode(peer.bodies().getFirst()),
                        UUID.randomUUID());
        DispatchId id =
                dispatch.send(
                        new Envelope(
                                with,
                                new Guard(Handling.GREEN, null),
                                KIND,
                                UUID.randomUUID(),
                                new Contents(json, List.of())));
        identity.announced(key, peer.code(), id);
    }

    /** Believes a peer's announcement, and tells people of it. */
    @EventListener
    void learn(MessageReceived message) {
        if (!message.kind().equals(KIND)) {
            return;
        }
        String peer = message.with().peer();
        Optional<Announced> announced = Manifest.read(message.contents().json(), Announced.class);
        Optional<KeyUsage> usage =
                announced
                        .map(Announced::usage)
                        .filter(code -> code.equals("tls") || code.equals("sign"))
                        .map(KeyUsage::of);
        Optional<KeyReading.Key> key =
                usage.flatMap(one -> KeyReading.read(one, announced.get().certificate()))
                        .filter(this::isReasonable);
        if (key.isEmpty() || live(peer) >= LIVE_KEYS_MAX || !add(message, usage.get(), key.get())) {
            alarms.raiseOnce(
                    new Alarms.Raised(peer, "", "announcement-refused", message.id().toString()));
            return;
        }
        String fingerprint = Sha256.of(key.get().material());
        audit.record(
                TransmissionAct.KEY_ANNOUNCED,
                AuditSubject.of("peer", peer),
                Map.of("usage", usage.get().code(), "key", fingerprint));
        alarms.raiseOnce(new Alarms.Raised(peer, fingerprint, "announced", usage.get().code()));
    }

    private boolean isReasonable(KeyReading.Key key) {
        return clock.instant().isBefore(key.until())
                && key.until().isBefore(clock.instant().plus(LASTING_MAX));
    }

    private long live(String peer) {
        return keys.of(peer).stream().filter(key -> key.usable(clock.instant())).count();
    }

    private boolean add(MessageReceived message, KeyUsage usage, KeyReading.Key key) {
        return keys.add(
                new PartnerKeyStore.Added(
                        message.with().peer(), usage, key, "", message.signedBy()));
    }
}
