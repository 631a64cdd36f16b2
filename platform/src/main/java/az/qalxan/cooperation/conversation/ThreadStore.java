package az.qalxan.cooperation.conversation;

import az.qalxan.transmission.Correspondence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which requests stand with which peer; row-level security follows the request. */
@Component
class ThreadStore {

    private static final String SELECT =
            """
            select request_id, reference, peer, ours, theirs, conversation
            from cooperation.thread
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ThreadStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when the request stands with a peer already, or the peer has named it before. */
    boolean begin(TalkThread thread) {
        return jdbc.sql(
                                """
                                insert into cooperation.thread (request_id, peer, conversation,
                                  reference, ours, theirs, begun_at)
                                values (:request, :peer, :conversation, :reference, :ours, :theirs,
                                  :at)
                                on conflict do nothing
                                """)
                        .param("request", thread.request())
                        .param("peer", thread.with().peer())
                        .param("conversation", thread.with().conversation())
                        .param("reference", thread.reference())
                        .param("ours", thread.with().ours().value())
                        .param("theirs", thread.with().theirs().value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<TalkThread> of(UUID request) {
        return jdbc.sql(SELECT + "where request_id = :request")
                .param("request", request)
                .query(ThreadStore::thread)
                .optional();
    }

    /** The request that a peer names, in whatever conversation of it. */
    Optional<TalkThread> named(String peer, UUID reference) {
        return jdbc.sql(SELECT + "where peer = :peer and reference = :reference")
                .param("peer", peer)
                .param("reference", reference)
                .query(ThreadStore::thread)
                .optional();
    }

    /** For which state that body has asked, or was asked, first; empty when it never did. */
    Optional<String> stateOf(Correspondence with) {
        return jdbc.sql(
                        """
                        select r.counterpart_state from cooperation.thread t
                        join cooperation.request r on r.id = t.request_id
                        where t.peer = :peer and t.theirs = :theirs
                        order by t.begun_at limit 1
                        """)
                .param("peer", with.peer())
                .param("theirs", with.theirs().value())
                .query(String.class)
                .optional();
    }

    private static TalkThread thread(ResultSet row, int number) throws SQLException {
        return new TalkThread(
                row.getObject("request_id", UUID.class),
                row.getObject("reference", UUID.class),
                TalkThread.with(
                        row.getString("peer"),
                        row.getString("ours"),
                        row.getString("theirs"),
                        row.getObject("conversation", UUID.class)));
    }
}
