package az.qalxan.transmission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of our keys is used towards whom: the newest that the peer knows. A peer knows the keys
 * that existed when it was entered, and those of whose announcement it sent a receipt.
 */
@Component
class OwnIdentity {

    private final InstanceKeys keys;
    private final PeerStore peers;
    private final JdbcClient jdbc;
    private final Clock clock;

    OwnIdentity(InstanceKeys keys, PeerStore peers, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.peers = peers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    OwnKey towards(Peer peer, KeyUsage usage) {
        return newest(keys.of(usage), List.of(peer));
    }

    /** The key that the peers' port shows: everybody who calls has to know it. */
    @Transactional(readOnly = true)
    OwnKey towardsAll() {
        List<Peer> admitted = peers.all().stream().filter(Peer::admitted).toList();
        return newest(keys.of(KeyUsage.TLS), admitted);
    }

    private OwnKey newest(List<OwnKey> own, List<Peer> knowing) {
        Instant now = clock.instant();
        List<OwnKey> valid = own.stream().filter(key -> now.isBefore(key.until())).toList();
        for (OwnKey key : valid) {
            if (valid.size() == 1 || known(key, knowing)) {
                return key;
            }
        }
        return valid.isEmpty() ? own.getFirst() : valid.getLast();
    }

    private boolean known(OwnKey key, List<Peer> knowing) {
        Set<String> told = told(key.fingerprint());
        return knowing.stream()
                .allMatch(peer ->
                        told.contains(peer.code())
                                || !key.madeAt().isAfter(peer.people().enteredAt()));
    }

    private Set<String> told(String fingerprint) {
        return jdbc
                .sql(
                        """
                        select a.peer from transmission.announcement a
                        join transmission.dispatch d on d.id = a.dispatch
                        where a.fingerprint = :fingerprint and d.state = 'receipted'
                        """)
                .param("fingerprint", fingerprint)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void announced(OwnKey key, String peer, DispatchId dispatch) {
        jdbc.sql(
                        """
                        insert into transmission.announcement (fingerprint, peer, dispatch)
                        values (:fingerprint, :peer, :dispatch)
                        """)
                .param("fingerprint", key.fingerprint())
                .param("peer", peer)
                .param("dispatch", dispatch.value())
                .update();
    }
}
