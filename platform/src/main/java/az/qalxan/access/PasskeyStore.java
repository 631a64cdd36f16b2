package az.qalxan.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code access.passkey}. */
@Repository
class PasskeyStore {

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(AccountId account) {
        return jdbc.sql("select exists (select 1 from access.passkey where account = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }
}
