package az.qalxan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what proves a person; only the system's own work and the person see it. */
@Repository
class CredentialStore {

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    CredentialStore(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    Credential of(AccountId account) {
        return jdbc.sql(
                        """
                        select password_hash, totp_secret, totp_confirmed, totp_last_step,
                               temporary_until
                        from access.credential where account = :account
                        """)
                .param("account", account.value())
                .query((row, n) -> credential(row, account))
                .optional()
                .orElse(Credential.NONE);
    }

    private Credential credential(ResultSet row, AccountId account) throws SQLException {
        byte @Nullable [] closed = row.getBytes("totp_secret");
        return new Credential(
                row.getString("password_hash"),
                closed == null ? null : new TotpSecret(box.open(closed, account)),
                row.getBoolean("totp_confirmed"),
                row.getLong("totp_last_step"),
                instant(row, "temporary_until"));
    }

    /** Sets the owner's own password. */
    void setPassword(AccountId account, String hash) {
        setPassword(account, hash, null);
    }

    /** Sets a password; one with an end is replaced by the owner at the next sign-in. */
    void setPassword(AccountId account, String hash, @Nullable Instant temporaryUntil) {
        jdbc.sql(
                        """
                        insert into access.credential
                          (account, password_hash, password_changed, temporary_until)
                        values (:account, :hash, :at, :until)
                        on conflict (account) do update
                        set password_hash = excluded.password_hash,
                            password_changed = excluded.password_changed,
                            temporary_until = excluded.temporary_until
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("at", now())
                .param(
                        "until",
                        temporaryUntil == null ? null : temporaryUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Replaces the app's secret; it counts only once confirmed. */
    void setTotp(AccountId account, TotpSecret secret, boolean confirmed) {
        jdbc.sql(
                        """
                        insert into access.credential (account, totp_secret, totp_confirmed)
                        values (:account, :secret, :confirmed)
                        on conflict (account) do update
                        set totp_secret = excluded.totp_secret,
                            totp_confirmed = excluded.totp_confirmed,
                            totp_last_step = 0
                        """)
                .param("account", account.value())
                .param("secret", box.close(secret.bytes(), account))
                .param("confirmed", confirmed)
                .update();
    }

    /** Takes the code of a step, once: false when that step or a later one was used before. */
    boolean useStep(AccountId account, long step) {
        return jdbc.sql(
                                """
                                update access.credential
                                set totp_last_step = :step, totp_confirmed = true
                                where account = :account and totp_last_step < :step
                                """)
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Removes the authenticator app. */
    void dropTotp(AccountId account) {
        jdbc.sql(
                        """
                        update access.credential set totp_secret = null, totp_confirmed = false
                        where account = :account
                        """)
                .param("account", account.value())
                .update();
    }

    void dropSecondFactors(AccountId account) {
        dropTotp(account);
        jdbc.sql("delete from access.recovery_code where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from access.passkey where account = :account")
                .param("account", account.value())
                .update();
    }

    void replaceRecoveryCodes(AccountId account, List<byte[]> hashes) {
        jdbc.sql("delete from access.recovery_code where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql(
                        """
                        insert into access.recovery_code (account, hash)
                        select :account, hash from unnest(:hashes) as hash
                        """)
                .param("account", account.value())
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    /** Takes a recovery code, once. */
    boolean useRecoveryCode(AccountId account, byte[] hash) {
        return jdbc.sql(
                                """
                                update access.recovery_code set used_at = :at
                                where account = :account and hash = :hash and used_at is null
                                """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .param("at", now())
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId account) {
        return jdbc.sql(
                        """
                        select count(*) from access.recovery_code
                        where account = :account and used_at is null
                        """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** The failures from that browser, locked so that parallel guesses are counted one by one. */
    LockOut lockOut(AccountId account, String device) {
        return jdbc.sql(
                        """
                        select failures, locked_until from access.failed_sign_in
                        where account = :account and device = :device for update
                        """)
                .param("account", account.value())
                .param("device", device)
                .query((row, n) ->
                        new LockOut(row.getInt("failures"), instant(row, "locked_until")))
                .optional()
                .orElse(LockOut.NONE);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime until = row.getObject(column, OffsetDateTime.class);
        return until == null ? null : until.toInstant();
    }

    void keep(AccountId account, String device, LockOut lockOut) {
        Instant until = lockOut.until();
        jdbc.sql(
                        """
                        insert into access.failed_sign_in (account, device, failures, locked_until)
                        values (:account, :device, :failures, :until)
                        on conflict on constraint failed_sign_in_pk do update
                        set failures = excluded.failures, locked_until = excluded.locked_until
                        """)
                .param("account", account.value())
                .param("device", device)
                .param("failures", lockOut.failures())
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Opens the account again for every browser. */
    void clearFailures(AccountId account) {
        jdbc.sql("delete from access.failed_sign_in where account = :account")
                .param("account", account.value())
                .update();
    }

    void clearFailures(AccountId account, String device) {
        jdbc.sql(
                        """
                        delete from access.failed_sign_in
                        where account = :account and device = :device
                        """)
                .param("account", account.value())
                .param("device", device)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
