package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the versions of minutes; what is signed stands. */
@Component
class MinutesStore {

    private final JdbcClient jdbc;

    MinutesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID meeting, int version, String reason, Caller caller, Instant at) {
        jdbc.sql(
                        """
                        insert into strategy.minutes (meeting, version, reason, opened_at, account,
                          author)
                        values (:meeting, :version, :reason, :at, :account, :author)
                        """)
                .param("meeting", meeting)
                .param("version", version)
                .param("reason", reason)
                .param("at", MeetingStore.utc(at))
                .param("account", caller.account().toString())
                .param("author", caller.name())
                .update();
    }

    /** Every version, the first one first. */
    List<Minutes> versions(UUID meeting) {
        return jdbc.sql(
                        """
                        select version, reason, opened_at, author, content, sha256, chair_account,
                          chair_name, chair_at, secretary_account, secretary_name, secretary_at
                        from strategy.minutes where meeting = :meeting order by version
                        """)
                .param("meeting", meeting)
                .query(MinutesStore::minutes)
                .list();
    }

    /** Words that are to be signed, and their digest. */
    record Sealed(String content, String sha256) {}

    /**
     * Signs a version on one side with these words; false when that side has signed, or other words
     * stand.
     */
    boolean sign(
            UUID meeting, int version, Sealed sealed, Minutes.Side side, Minutes.Signature by) {
        String one =
                switch (side) {
                    case CHAIR -> "chair";
                    case SECRETARY -> "secretary";
                };
        return jdbc.sql(
                                """
                                update strategy.minutes
                                set content = :content, sha256 = :sha256, %1$s_account = :account,
                                  %1$s_name = :name, %1$s_at = :at
                                where meeting = :meeting and version = :version
                                  and %1$s_at is null
                                  and (chair_at is null and secretary_at is null
                                    or sha256 = :sha256)
                                """
                                        .formatted(one))
                        .param("content", sealed.content())
                        .param("sha256", sealed.sha256())
                        .param("account", by.account())
                        .param("name", by.name())
                        .param("at", MeetingStore.utc(by.at()))
                        .param("meeting", meeting)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Takes the only signature back, so that the words may be changed; false if there is none. */
    boolean takeBack(UUID meeting, int version) {
        return jdbc.sql(
                                """
                                update strategy.minutes
                                set content = null, sha256 = null, chair_account = '',
                                  chair_name = '', chair_at = null, secretary_account = '',
                                  secretary_name = '', secretary_at = null
                                where meeting = :meeting and version = :version
                                  and (chair_at is null) <> (secretary_at is null)
                                """)
                        .param("meeting", meeting)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Minutes minutes(ResultSet row, int number) throws SQLException {
        return new Minutes(
                row.getInt("version"),
                row.getString("reason"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("content"),
                row.getString("sha256"),
                signature(row, "chair"),
                signature(row, "secretary"));
    }

    private static Minutes.@Nullable Signature signature(ResultSet row, String side)
            throws SQLException {
        @Nullable Instant at = MeetingStore.moment(row, side + "_at");
        return at == null
                ? null
                : new Minutes.Signature(
                        row.getString(side + "_account"), row.getString(side + "_name"), at);
    }
}
