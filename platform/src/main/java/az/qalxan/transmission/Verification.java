package az.qalxan.transmission;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges whether a peer signed a text, by its keys that are valid now. */
@Component
class Verification {

    private final PeerStore peers;
    private final PartnerKeyStore keys;
    private final Alarms alarms;
    private final Clock clock;

    Verification(PeerStore peers, PartnerKeyStore keys, Alarms alarms, Clock clock) {
        this.peers = peers;
        this.keys = keys;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Peer> peer(String code) {
        return peers.find(code);
    }

    /** Why the text does not count as signed by that peer; empty when it does. */
    @Transactional(readOnly = true)
    Optional<Refusal> objection(Peer peer, Seal.Claimed text) {
        Optional<PartnerKey> key =
                keys.find(peer.code(), text.keyId())
                        .filter(one -> one.usage() == KeyUsage.SIGN && one.inForce());
        if (key.isEmpty()) {
            return refuse(peer, text, Refusal.KEY_UNKNOWN, "unknown-key");
        }
        if (!key.get().usable(clock.instant())) {
            return refuse(peer, text, Refusal.KEY_EXPIRED, "expired-used");
        }
        return key.get().certificate().filter(text::isBy).isPresent()
                ? Optional.empty()
                : refuse(peer, text, Refusal.SIGNATURE, "bad-signature");
    }

    private Optional<Refusal> refuse(Peer peer, Seal.Claimed text, Refusal refusal, String reason) {
        boolean digits = text.keyId().matches("[0-9a-f]{64}");
        alarms.raise(
                new Alarms.Raised(peer.code(), digits ? text.keyId() : "", reason, text.type()));
        return Optional.of(refusal);
    }
}
