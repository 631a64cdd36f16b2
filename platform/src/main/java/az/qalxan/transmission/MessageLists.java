package az.qalxan.transmission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads messages for people: lists, and the log of a conversation. */
@Component
class MessageLists {

    private static final int ENTRIES_MAX = 1_000;

    private final JdbcClient jdbc;

    MessageLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message.
     *
     * @param out whether it goes out
     * @param state queued, receipted, refused, withdrawn, held or taken; message key {@code
     *     transmission.state.<state>}
     * @param trouble why the last attempt failed, or empty
     * @param tried whether it may have reached the peer
     */
    record Row(
            UUID id,
            boolean out,
            String peer,
            String peerName,
            UUID conversation,
            String kind,
            String state,
            String trouble,
            int attempts,
            Instant nextAt,
            Instant at,
            boolean tried) {

        boolean waits() {
            return state.equals("queued") || state.equals("held");
        }
    }

    private static final String ROWS =
            """
            select m.id, m."out", m.peer, p.name, m.conversation, m.kind, m.state, m.trouble,
              m.attempts, m.next_at, m.at, m.tried
            from (
              select id, true as "out", peer, conversation, kind, state, trouble, attempts, next_at,
                queued_at as at, manifest is not null as tried from transmission.dispatch
              union all
              select id, false, peer, conversation, kind, state, '', 0, arrived_at, arrived_at, true
              from transmission.arrival) m
            join transmission.peer p on p.code = m.peer
            """;

    /** The latest messages in one of those states before a moment. */
    List<Row> latest(List<String> states, Instant before, int most) {
        return jdbc.sql(
                        ROWS
                                + """
                                where m.state = any (:states) and m.at < :before
                                order by m.at desc, m.id limit :most
                                """)
                .param("states", states.toArray(String[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(MessageLists::row)
                .list();
    }

    List<Row> of(String peer, UUID conversation) {
        return jdbc.sql(
                        ROWS
                                + """
                                where m.peer = :peer and m.conversation = :conversation
                                order by m.at, m.id limit :most
                                """)
                .param("peer", peer)
                .param("conversation", conversation)
                .param("most", ENTRIES_MAX)
                .query(MessageLists::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getBoolean(12));
    }

    /** An entry of the ledger. */
    record Entry(
            boolean out,
            int sequence,
            UUID message,
            String digest,
            String receiptDigest,
            String head,
            Instant at) {}

    List<Entry> ledger(String peer, UUID conversation) {
        return jdbc.sql(
                        """
                        select direction = 'out', sequence, message, digest, receipt_digest, head,
                          written_at
                        from transmission.ledger
                        where peer = :peer and conversation = :conversation
                        order by direction desc, sequence limit :most
                        """)
                .param("peer", peer)
                .param("conversation", conversation)
                .param("most", ENTRIES_MAX)
                .query((row, number) ->
                        new Entry(
                                row.getBoolean(1),
                                row.getInt(2),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whose conversation it is and how it is marked. */
    record Head(String body, String theirs, int handling, Instant begunAt) {}

    Optional<Head> head(String peer, UUID conversation) {
        return jdbc.sql(
                        """
                        select body, theirs, handling, begun_at from transmission.conversation
                        where peer = :peer and id = :id
                        """)
                .param("peer", peer)
                .param("id", conversation)
                .query((row, number) ->
                        new Head(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** How many messages of those that the caller may see wait, and since when the oldest does. */
    record Waiting(int messages, @Nullable Instant oldest) {}

    Waiting waiting() {
        return jdbc.sql(
                        """
                        select count(*), min(queued_at) from transmission.dispatch
                        where state = 'queued'
                        """)
                .query((row, number) ->
                        new Waiting(
                                row.getInt(1),
                                PeerStore.instant(row.getObject(2, OffsetDateTime.class))))
                .single();
    }
}
