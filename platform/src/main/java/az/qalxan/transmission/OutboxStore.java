package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import az.qalxan.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps messages that go out. */
@Component
class OutboxStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when that id is on its way already. */
    boolean add(Envelope envelope) {
        Correspondence with = envelope.with();
        int added =
                jdbc.sql(
                                """
                                insert into transmission.dispatch (
                                  id, peer, conversation, kind, content, queued_at, next_at)
                                values (:id, :peer, :conversation, :kind, :content, :at, :at)
                                on conflict (id) do nothing
                                """)
                        .param("id", envelope.id())
                        .param("peer", with.peer())
                        .param("conversation", with.conversation())
                        .param("kind", envelope.kind())
                        .param("content", envelope.contents().json())
                        .param("at", now())
                        .update();
        if (added == 1) {
            addFiles(envelope);
        }
        return added == 1;
    }

    private void addFiles(Envelope envelope) {
        int place = 0;
        for (Attached file : envelope.contents().files()) {
            jdbc.sql(
                            """
                            insert into transmission.dispatch_file (
                              dispatch, place, name, media_type, content)
                            values (:id, :place, :name, :type, :content)
                            """)
                    .param("id", envelope.id())
                    .param("place", ++place)
                    .param("name", file.name())
                    .param("type", file.mediaType())
                    .param("content", file.content())
                    .update();
        }
    }

    /**
     * A message whose turn it is in its conversation; the manifest is null before the first try.
     */
    record Due(
            UUID id, Correspondence with, String kind, int attempts, byte @Nullable [] manifest) {}

    private static final String DUE =
            """
            select d.id, d.peer, c.body, c.theirs, d.conversation, d.kind, d.attempts, d.manifest
            from (
              select distinct on (peer, conversation) *
              from transmission.dispatch where state = 'queued' and peer = :peer
              order by peer, conversation, position) d
            join transmission.conversation c on c.peer = d.peer and c.id = d.conversation
            where d.next_at <= :now order by d.position limit 1
            """;

    /** The peers that have a message due. */
    List<String> duePeers() {
        return jdbc.sql(
                        """
                        select distinct d.peer from transmission.dispatch d
                        join transmission.peer p on p.code = d.peer and p.state = 'admitted'
                        where d.state = 'queued' and d.next_at <= :now
                        """)
                .param("now", now())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The oldest due message that is the first of its conversation. */
    Optional<Due> due(String peer) {
        return jdbc.sql(DUE)
                .param("peer", peer)
                .param("now", now())
                .query(OutboxStore::due)
                .optional();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject(1, UUID.class),
                new Correspondence(
                        row.getString(2),
                        new BodyCode(row.getString(3)),
                        new BodyCode(row.getString(4)),
                        row.getObject(5, UUID.class)),
                row.getString(6),
                row.getInt(7),
                row.getBytes(8));
    }

    Contents contents(UUID id) {
        byte[] json =
                jdbc.sql("select content from transmission.dispatch where id = :id")
                        .param("id", id)
                        .query((row, number) -> row.getBytes(1))
                        .single();
        List<Attached> files =
                jdbc.sql(
                                """
                                select name, media_type, content from transmission.dispatch_file
                                where dispatch = :id order by place
                                """)
                        .param("id", id)
                        .query((row, number) ->
                                new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                        .list();
        return new Contents(json, files);
    }

    /** Fixes what is signed of the message; from now on it never changes. */
    void fix(UUID id, int sequence, byte[] manifest) {
        jdbc.sql(
                        """
                        update transmission.dispatch
                        set sequence = :sequence, manifest = :manifest, digest = :digest
                        where id = :id and manifest is null
                        """)
                .param("sequence", sequence)
                .param("manifest", manifest)
                .param("digest", Sha256.of(manifest))
                .param("id", id)
                .update();
    }

    /** Counts an attempt; the next is due after the pause, also when nothing is heard of this. */
    void begin(UUID id, Duration pause) {
        jdbc.sql(
                        """
                        update transmission.dispatch
                        set attempts = attempts + 1, next_at = :next where id = :id
                        """)
                .param("next", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** What could not reach the peer is due now. */
    void hasten(String peer) {
        jdbc.sql(
                        """
                        update transmission.dispatch set next_at = :at
                        where peer = :peer and state = 'queued' and next_at > :at
                          and trouble in ('unreachable', 'slow', 'broken-off', '')
                        """)
                .param("at", now())
                .param("peer", peer)
                .update();
    }

    void trouble(UUID id, String trouble) {
        jdbc.sql("update transmission.dispatch set trouble = :trouble where id = :id")
                .param("trouble", trouble)
                .param("id", id)
                .update();
    }

    /** False when it has ended already. */
    boolean receipted(UUID id, byte[] receipt) {
        return jdbc.sql(
                                """
                                update transmission.dispatch
                                set state = 'receipted', receipt = :receipt, ended_at = :at,
                                  trouble = ''
                                where id = :id and state = 'queued'
                                """)
                        .param("receipt", receipt)
                        .param("at", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean refused(UUID id, String code) {
        return jdbc.sql(
                                """
                                update transmission.dispatch
                                set state = 'refused', trouble = :code, ended_at = :at
                                where id = :id and state = 'queued'
                                """)
                        .param("code", code)
                        .param("at", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes back what was never tried. */
    boolean withdraw(UUID id) {
        return jdbc.sql(
                                """
                                update transmission.dispatch set state = 'withdrawn', ended_at = :at
                                where id = :id and state = 'queued' and manifest is null
                                """)
                        .param("at", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What waits goes at once; what was refused goes as if it were new. */
    boolean again(UUID id) {
        return jdbc.sql(
                                """
                                update transmission.dispatch
                                set next_at = :at,
                                  sequence = case when state = 'queued' then sequence end,
                                  manifest = case when state = 'queued' then manifest end,
                                  digest = case when state = 'queued' then digest end,
                                  state = 'queued', ended_at = null
                                where id = :id and state in ('queued', 'refused')
                                """)
                        .param("at", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** With whom and in which conversation that message goes. */
    Optional<Correspondence> with(UUID id) {
        return jdbc.sql(
                        """
                        select d.id, d.peer, c.body, c.theirs, d.conversation, d.kind, 0,
                          null::bytea
                        from transmission.dispatch d
                        join transmission.conversation c
                          on c.peer = d.peer and c.id = d.conversation
                        where d.id = :id
                        """)
                .param("id", id)
                .query(OutboxStore::due)
                .optional()
                .map(Due::with);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
