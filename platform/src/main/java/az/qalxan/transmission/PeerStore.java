package az.qalxan.transmission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps peers and the bodies they speak for. */
@Component
class PeerStore {

    private static final String SELECT =
            """
            select p.code, p.instance, p.name, p.address, p.state,
              array(select b.body from transmission.peer_body b where b.peer = p.code
                order by b.body),
              p.entered_by, p.enterer, p.entered_at, coalesce(p.decider, ''), p.decided_at
            from transmission.peer p
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PeerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Peer> all() {
        return jdbc.sql(SELECT + "where p.state <> 'dropped' order by p.name, p.code limit 500")
                .query(PeerStore::peer)
                .list();
    }

    Optional<Peer> find(String code) {
        return jdbc.sql(SELECT + "where p.code = :code")
                .param("code", code)
                .query(PeerStore::peer)
                .optional();
    }

    private static Peer peer(ResultSet row, int number) throws SQLException {
        String[] bodies = (String[]) row.getArray(6).getArray();
        return new Peer(
                row.getString(1),
                row.getObject(2, java.util.UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Arrays.asList(bodies),
                new Peer.People(
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        row.getString(10),
                        instant(row.getObject(11, OffsetDateTime.class))));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Which of those bodies another peer speaks for already. */
    List<String> taken(List<String> bodies) {
        return jdbc.sql("select body from transmission.peer_body where body = any (:bodies)")
                .param("bodies", bodies.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** False when the code or the instance is a peer already. */
    boolean add(PeerForm.Checked peer, String enterer) {
        int added =
                jdbc.sql(
                                """
                                insert into transmission.peer (
                                  code, instance, name, address, entered_at, enterer)
                                values (:code, :instance, :name, :address, :at, :enterer)
                                on conflict do nothing
                                """)
                        .param("code", peer.code())
                        .param("instance", peer.instance())
                        .param("name", peer.name())
                        .param("address", peer.address())
                        .param("at", now())
                        .param("enterer", enterer)
                        .update();
        if (added == 0) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into transmission.peer_body (body, peer)
                        select b, :peer from unnest(:bodies) as b
                        """)
                .param("peer", peer.code())
                .param("bodies", peer.bodies().toArray(String[]::new))
                .update();
        return true;
    }

    /** False when it is decided already, or the caller entered it. */
    boolean decide(String code, boolean admit, String decider) {
        int decided =
                jdbc.sql(
                                """
                                update transmission.peer
                                set state = :state, decided_at = :at, decider = :decider,
                                  decided_by = database.caller_account()
                                where code = :code and entered_by <> database.caller_account()
                                  and shut_by is distinct from database.caller_account()
                                  and state in ('proposed', 'shut')
                                """)
                        .param("state", admit ? "admitted" : "dropped")
                        .param("at", now())
                        .param("decider", decider)
                        .param("code", code)
                        .update();
        if (decided == 1 && !admit) {
            jdbc.sql("delete from transmission.peer_body where peer = :code")
                    .param("code", code)
                    .update();
        }
        return decided == 1;
    }

    boolean shut(String code) {
        return jdbc.sql(
                                """
                                update transmission.peer
                                set state = 'shut', shut_at = :at,
                                  shut_by = database.caller_account()
                                where code = :code and state = 'admitted'
                                """)
                        .param("at", now())
                        .param("code", code)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
