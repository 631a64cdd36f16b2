package az.qalxan.transmission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of our keys is used towards whom: the newest that the peer knows. A peer knows the keys
 * that our introduction named when it was entered, and those of whose announcement it sent a
 * receipt.
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

    /** The key that all peers know: the port shows it, and our introduction names it. */
    @Transactional(readOnly = true)
    OwnKey towardsAll(KeyUsage usage) {
        return newest(keys.of(usage), peers.all().stream().filter(Peer::admitted).toList());
    }

    private OwnKey newest(List<OwnKey> own, List<Peer> knowing) {
        Instant now = clock.instant();
        List<OwnKey> valid = own.stream().filter(key -> now.isBefore(key.until())).toList();
        for (OwnKey key : valid) {
            if (known(key, knowing)) {
                return key;
            }
        }
        return valid.isEmpty() ? own.getFirst() : valid.getLast();
    }

    private boolean known(OwnKey key, List<Peer> knowing) {
        Set<String> told = told(key.fingerprint());
        return knowing.stream().map(Peer::code).allMatch(told::contains);
    }

    private Set<String> told(String fingerprint) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select a.peer from transmission.announcement a
                                left join transmission.dispatch d on d.id = a.dispatch
                                where a.fingerprint = :fingerprint
                                  and (a.dispatch is null or d.state = 'receipted')
                                """)
                        .param("fingerprint", fingerprint)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /** Our keys of that usage of which the peer was not told, newer than all of which it was. */
    List<OwnKey> untold(Peer peer, KeyUsage usage) {
        Set<String> told =
                Set.copyOf(
                        jdbc.sql(
                                        """
                                        select fingerprint from transmission.announcement
                                        where peer = :peer
                                        """)
                                .param("peer", peer.code())
                                .query((row, number) -> row.getString(1))
                                .list());
        return keys.existing(usage).stream()
                .takeWhile(key -> !told.contains(key.fingerprint()))
                .toList();
    }

    /** The peer gets our introduction: it knows the keys that this names. */
    void introduced(String peer) {
        note(towardsAll(KeyUsage.TLS), peer, null);
        note(towardsAll(KeyUsage.SIGN), peer, null);
    }

    void announced(OwnKey key, String peer, DispatchId dispatch) {
        note(key, peer, dispatch.value());
    }

    private void note(OwnKey key, String peer, @Nullable UUID dispatch) {
        jdbc.sql(
                        """
                        insert into transmission.announcement (fingerprint, peer, dispatch)
                        values (:fingerprint, :peer, :dispatch)
                        """)
                .param("fingerprint", key.fingerprint())
                .param("peer", peer)
                .param("dispatch", dispatch)
                .update();
    }
}
