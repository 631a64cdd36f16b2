package az.qalxan.cooperation.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps letters; row-level security decides which of them there are. */
@Component
class LetterStore {

    private static final int ROWS = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose letter it is, and how closely it is kept. */
    record Kept(String body, int handling) {}

    /** False when the same letter is here already. */
    boolean add(Mailed letter, Kept kept) {
        return jdbc.sql(
                                """
                                insert into cooperation.letter (mail, message_id, sender,
                                  verified_by, encrypted, subject, words, digest, trouble, files,
                                  paper, signature, prefilled, at, state, request_number, body,
                                  handling)
                                values (:mail, :message, :sender, :verified, :encrypted, :subject,
                                  :words, :digest, :trouble, cast(:files as jsonb), :paper,
                                  :signature, cast(:prefilled as jsonb), :at, :state, :number,
                                  :body, :handling)
                                on conflict do nothing
                                """)
                        .param("mail", letter.mail())
                        .param("message", letter.messageId())
                        .param("sender", letter.sender())
                        .param("verified", letter.verifiedBy())
                        .param("encrypted", letter.encrypted())
                        .param("subject", letter.subject())
                        .param("words", letter.words())
                        .param("digest", letter.digest())
                        .param("trouble", letter.trouble())
                        .param("files", JSON.writeValueAsString(letter.files()))
                        .param("paper", letter.paper())
                        .param("signature", letter.signature())
                        .param("prefilled", JSON.writeValueAsString(letter.prefilled()))
                        .param("at", letter.at().atOffset(ZoneOffset.UTC))
                        .param("state", letter.state())
                        .param("number", letter.requestNumber())
                        .param("body", kept.body())
                        .param("handling", kept.handling())
                        .update()
                == 1;
    }

    /** Those that wait first, then the latest that were settled. */
    List<Mailed> all() {
        return jdbc.sql(
                        """
                        select * from cooperation.letter
                        order by state <> 'waiting', case when state = 'waiting' then at end,
                          at desc limit :most
                        """)
                .param("most", ROWS)
                .query(LetterStore::letter)
                .list();
    }

    long waiting() {
        return jdbc.sql("select count(*) from cooperation.letter where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    Optional<Mailed> find(UUID mail) {
        return jdbc.sql("select * from cooperation.letter where mail = :mail")
                .param("mail", mail)
                .query(LetterStore::letter)
                .optional();
    }

    /** How somebody settled a letter. */
    record Settled(String state, String number, String reason, String by) {}

    /** False when somebody was faster. */
    boolean settle(UUID mail, Settled settled) {
        return jdbc.sql(
                                """
                                update cooperation.letter
                                set state = :state, request_number = :number, reason = :reason,
                                  settled_at = :at, settled_by = :by
                                where mail = :mail and state = 'waiting'
                                """)
                        .param("state", settled.state())
                        .param("number", settled.number())
                        .param("reason", settled.reason())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", settled.by())
                        .param("mail", mail)
                        .update()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private static Mailed letter(ResultSet row, int number) throws SQLException {
        return new Mailed(
                row.getObject("mail", UUID.class),
                row.getString("message_id"),
                row.getString("sender"),
                row.getString("verified_by"),
                row.getBoolean("encrypted"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("digest"),
                row.getString("trouble"),
                Arrays.asList(JSON.readValue(row.getString("files"), String[].class)),
                row.getString("paper"),
                row.getString("signature"),
                (Map<String, String>) JSON.readValue(row.getString("prefilled"), Map.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("request_number"),
                instant(row),
                row.getString("settled_by"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("settled_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
