package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps messages that came in. */
@Component
class ArrivalStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ArrivalStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message that is here; the receipt is null while it waits for its turn. */
    record Arrival(
            UUID id,
            int sequence,
            String kind,
            String digest,
            String signed,
            byte @Nullable [] receipt) {}

    private static final String SELECT =
            "select id, sequence, kind, digest, signed, receipt from transmission.arrival ";

    Optional<Arrival> find(String peer, UUID id) {
        return jdbc.sql(SELECT + "where peer = :peer and id = :id")
                .param("peer", peer)
                .param("id", id)
                .query(ArrivalStore::arrival)
                .optional();
    }

    Optional<Arrival> at(String peer, UUID conversation, int sequence) {
        return jdbc.sql(
                        SELECT
                                + """
                                where peer = :peer and conversation = :conversation
                                  and sequence = :sequence
                                """)
                .param("peer", peer)
                .param("conversation", conversation)
                .param("sequence", sequence)
                .query(ArrivalStore::arrival)
                .optional();
    }

    private static Arrival arrival(java.sql.ResultSet row, int number)
            throws java.sql.SQLException {
        return new Arrival(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                new String(row.getBytes(5), java.nio.charset.StandardCharsets.US_ASCII),
                row.getBytes(6));
    }

    int held(String peer) {
        return jdbc.sql(
                        """
                        select count(*) from transmission.arrival
                        where peer = :peer and state = 'held'
                        """)
                .param("peer", peer)
                .query(Integer.class)
                .single();
    }

    /** False when another message has that place in the conversation. */
    boolean hold(String peer, Manifest manifest, String signed, Contents contents) {
        int added =
                jdbc.sql(
                                """
                                insert into transmission.arrival (
                                  peer, id, conversation, sequence, kind, state, signed, digest,
                                  content, arrived_at)
                                values (:peer, :id, :conversation, :sequence, :kind, 'held',
                                  :signed, :digest, :content, :at)
                                on conflict do nothing
                                """)
                        .param("peer", peer)
                        .param("id", manifest.id())
                        .param("conversation", manifest.conversation())
                        .param("sequence", manifest.sequence())
                        .param("kind", manifest.kind())
                        .param(
                                "signed",
                                signed.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .param("digest", digest(signed))
                        .param("content", contents.json())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 1) {
            addFiles(peer, manifest.id(), contents);
        }
        return added == 1;
    }

    private static String digest(String signed) {
        return Sha256.of(Seal.read(signed).orElseThrow().payload());
    }

    private void addFiles(String peer, UUID id, Contents contents) {
        int place = 0;
        for (Attached file : contents.files()) {
            jdbc.sql(
                            """
                            insert into transmission.arrival_file (
                              peer, arrival, place, name, media_type, content)
                            values (:peer, :id, :place, :name, :type, :content)
                            """)
                    .param("peer", peer)
                    .param("id", id)
                    .param("place", ++place)
                    .param("name", file.name())
                    .param("type", file.mediaType())
                    .param("content", file.content())
                    .update();
        }
    }

    void take(String peer, UUID id, Instant at, byte[] receipt) {
        jdbc.sql(
                        """
                        update transmission.arrival
                        set state = 'taken', taken_at = :at, receipt = :receipt
                        where peer = :peer and id = :id and state = 'held'
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("receipt", receipt)
                .param("peer", peer)
                .param("id", id)
                .update();
    }

    Contents contents(String peer, UUID id) {
        byte[] json =
                jdbc.sql("select content from transmission.arrival where peer = :peer and id = :id")
                        .param("peer", peer)
                        .param("id", id)
                        .query((row, number) -> row.getBytes(1))
                        .single();
        List<Attached> files =
                jdbc.sql(
                                """
                                select name, media_type, content from transmission.arrival_file
                                where peer = :peer and arrival = :id order by place
                                """)
                        .param("peer", peer)
                        .param("id", id)
                        .query((row, number) ->
                                new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                        .list();
        return new Contents(json, files);
    }
}
