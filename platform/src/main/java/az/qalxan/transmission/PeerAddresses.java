package az.qalxan.transmission;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of peers' addresses: one person enters the new one, another puts it in force. */
@Component
class PeerAddresses {

    private final JdbcClient jdbc;
    private final PeerStore peers;
    private final AuditLog audit;
    private final Clock clock;

    PeerAddresses(JdbcClient jdbc, PeerStore peers, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.peers = peers;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new address that waits for a second person. */
    record Proposed(UUID id, String address, String enteredBy, String enterer, Instant at) {}

    /** The one that waits for a peer; the caller's transaction. */
    Optional<Proposed> waiting(String peer) {
        return jdbc.sql(
                        """
                        select id, address, entered_by, enterer, entered_at
                        from transmission.peer_address where peer = :peer and state = 'proposed'
                        """)
                .param("peer", peer)
                .query((row, number) ->
                        new Proposed(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Enters a new address; what is wrong with it is told. */
    @Transactional
    List<Violation> propose(String peer, String typed, Caller caller) {
        Peer found = found(peer);
        String address = typed.strip();
        if (!PeerForm.isAddress(address) || address.equals(found.address())) {
            return List.of(Violation.at("address", "transmission.wrong.address", typed));
        }
        int added =
                jdbc.sql(
                                """
                                insert into transmission.peer_address (id, peer, address,
                                  entered_at, enterer)
                                values (:id, :peer, :address, :at, :enterer)
                                on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("peer", peer)
                        .param("address", address)
                        .param("at", now())
                        .param("enterer", caller.name())
                        .update();
        if (added == 0) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
        audit.record(
                TransmissionAct.ADDRESS_ENTERED,
                AuditSubject.of("peer", peer),
                Map.of("address", address));
        return List.of();
    }

    /** Puts the new address in force, which the enterer cannot, or drops it. */
    @Transactional
    void decide(String peer, boolean admit, Caller caller) {
        found(peer);
        Proposed waiting =
                waiting(peer).orElseThrow(() -> ProblemFound.of(TransmissionProblem.PEER_STATE));
        if (admit && waiting.enteredBy().equals(caller.account().toString())) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
        settle(waiting, admit, caller);
        if (admit) {
            jdbc.sql("update transmission.peer set address = :address where code = :code")
                    .param("address", waiting.address())
                    .param("code", peer)
                    .update();
        }
        audit.record(
                TransmissionAct.ADDRESS_DECIDED,
                AuditSubject.of("peer", peer),
                Map.of("address", waiting.address(), "to", admit ? "in-force" : "dropped"));
    }

    private void settle(Proposed waiting, boolean admit, Caller caller) {
        int settled =
                jdbc.sql(
                                """
                                update transmission.peer_address
                                set state = :state, decided_at = :at, decider = :decider,
                                  decided_by = database.caller_account()
                                where id = :id and state = 'proposed'
                                """)
                        .param("state", admit ? "in-force" : "dropped")
                        .param("at", now())
                        .param("decider", caller.name())
                        .param("id", waiting.id())
                        .update();
        if (settled == 0) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
    }

    private Peer found(String code) {
        return peers.find(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
