package az.qalxan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code access.first_administrator_link}; only the system's own work may. */
@Repository
class FirstLinkStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstLinkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a new link's hash and ends every earlier link. */
    void replace(byte[] hash, Duration lifetime) {
        jdbc.sql("update access.first_administrator_link set used_at = :now where used_at is null")
                .param("now", now())
                .update();
        jdbc.sql(
                        """
                        insert into access.first_administrator_link
                          (token_hash, created_at, expires_at)
                        values (:hash, :now, :expires)
                        """)
                .param("hash", hash)
                .param("now", now())
                .param("expires", now().plus(lifetime))
                .update();
    }

    boolean holds(byte[] hash) {
        return jdbc.sql(
                        """
                        select exists (select 1 from access.first_administrator_link
                          where token_hash = :hash and used_at is null and expires_at > :now)
                        """)
                .param("hash", hash)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Uses a link up, once. */
    boolean use(byte[] hash) {
        return jdbc.sql(
                                """
                                update access.first_administrator_link set used_at = :now
                                where token_hash = :hash and used_at is null and expires_at > :now
                                """)
                        .param("hash", hash)
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
