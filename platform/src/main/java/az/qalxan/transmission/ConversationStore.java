package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps conversations and their ledgers. */
@Component
class ConversationStore {

    static final String OUT = "out";
    static final String IN = "in";

    private final JdbcClient jdbc;
    private final Clock clock;

    ConversationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins the conversation unless it has begun. */
    void begin(Correspondence with, Guard guard) {
        @Nullable UUID compartment =
                guard.compartment() == null ? null : guard.compartment().value();
        jdbc.sql(
                        """
                        insert into transmission.conversation (
                          peer, id, body, theirs, handling, compartment, begun_at)
                        values (:peer, :id, :body, :theirs, :handling, :compartment, :at)
                        on conflict (peer, id) do nothing
                        """)
                .param("peer", with.peer())
                .param("id", with.conversation())
                .param("body", with.ours().value())
                .param("theirs", with.theirs().value())
                .param("handling", guard.handling().rank())
                .param("compartment", compartment)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** From now on whoever may see the conversation is judged by that guard. */
    void stand(Correspondence with, Guard guard) {
        @Nullable UUID compartment =
                guard.compartment() == null ? null : guard.compartment().value();
        jdbc.sql(
                        """
                        update transmission.conversation
                        set handling = :handling, compartment = :compartment
                        where peer = :peer and id = :id
                        """)
                .param("handling", guard.handling().rank())
                .param("compartment", compartment)
                .param("peer", with.peer())
                .param("id", with.conversation())
                .update();
    }

    /** The bodies of a conversation, ours and theirs. */
    record Bodies(String ours, String theirs) {}

    /** Its bodies; the row is locked until the transaction ends. */
    Optional<Bodies> lock(String peer, UUID conversation) {
        return jdbc.sql(
                        """
                        select body, theirs from transmission.conversation
                        where peer = :peer and id = :id for update
                        """)
                .param("peer", peer)
                .param("id", conversation)
                .query((row, number) -> new Bodies(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Where a chain of the ledger ends. */
    record End(int sequence, String head) {

        static final End NONE = new End(0, "");
    }

    End end(String peer, UUID conversation, String direction) {
        return jdbc.sql(
                        """
                        select sequence, head from transmission.ledger
                        where peer = :peer and conversation = :conversation
                          and direction = :direction
                        order by sequence desc limit 1
                        """)
                .param("peer", peer)
                .param("conversation", conversation)
                .param("direction", direction)
                .query((row, number) -> new End(row.getInt(1), row.getString(2)))
                .optional()
                .orElse(End.NONE);
    }

    /** A message with its receipt, in one chain of the ledger. */
    record Entry(
            String direction, int sequence, UUID message, String digest, String receiptDigest) {

        String head(String before) {
            String text =
                    String.join(
                            "\n",
                            before,
                            String.valueOf(sequence),
                            message.toString(),
                            digest,
                            receiptDigest);
            return Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    /**
     * Adds the next entry of a chain.
     *
     * @throws IllegalStateException when it is not the next
     */
    void append(String peer, UUID conversation, Entry entry) {
        End end = end(peer, conversation, entry.direction());
        if (entry.sequence() != end.sequence() + 1) {
            throw new IllegalStateException(
                    "entry %d after %d".formatted(entry.sequence(), end.sequence()));
        }
        jdbc.sql(
                        """
                        insert into transmission.ledger (
                          peer, conversation, direction, sequence, message, digest,
                          receipt_digest, head, written_at)
                        values (:peer, :conversation, :direction, :sequence, :message, :digest,
                          :receiptDigest, :head, :at)
                        """)
                .param("peer", peer)
                .param("conversation", conversation)
                .param("direction", entry.direction())
                .param("sequence", entry.sequence())
                .param("message", entry.message())
                .param("digest", entry.digest())
                .param("receiptDigest", entry.receiptDigest())
                .param("head", entry.head(end.head()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
