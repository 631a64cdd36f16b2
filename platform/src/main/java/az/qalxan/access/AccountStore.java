package az.qalxan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code access.account}; row-level security decides which rows there are. */
@Repository
class AccountStore {

    private static final String SELECT =
            "select id, username, display_name, body, roles, state from access.account ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an account without any credential; false when the user name is taken. */
    boolean insert(AccountId id, NewAccount account) {
        return jdbc.sql(
                                """
                                insert into access.account
                                  (id, username, display_name, body, roles, state, created_at)
                                values (:id, :username, :name, :body, :roles, 'active', :at)
                                on conflict on constraint account_username_unique do nothing
                                """)
                        .param("id", id.value())
                        .param("username", account.username().value())
                        .param("name", account.displayName())
                        .param("body", account.body().value())
                        .param("roles", codes(account.roles()))
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Writes what an administrator may change. */
    boolean update(Account account) {
        return jdbc.sql(
                                """
                                update access.account
                                set display_name = :name, body = :body, roles = :roles,
                                    state = :state
                                where id = :id
                                """)
                        .param("id", account.id().value())
                        .param("name", account.displayName())
                        .param("body", account.body().value())
                        .param("roles", codes(account.roles()))
                        .param("state", account.active() ? "active" : "disabled")
                        .update()
                == 1;
    }

    boolean bind(AccountId id, OidcSubject subject) {
        return jdbc.sql(
                                """
                                update access.account
                                set oidc_issuer = :issuer, oidc_subject = :subject where id = :id
                                """)
                        .param("id", id.value())
                        .param("issuer", subject.issuer())
                        .param("subject", subject.subject())
                        .update()
                == 1;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(AccountStore::row)
                .optional();
    }

    Optional<Account> find(UserName username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username.value())
                .query(AccountStore::row)
                .optional();
    }

    Optional<Account> find(OidcSubject subject) {
        return jdbc.sql(SELECT + "where oidc_issuer = :issuer and oidc_subject = :subject")
                .param("issuer", subject.issuer())
                .param("subject", subject.subject())
                .query(AccountStore::row)
                .optional();
    }

    Optional<OidcSubject> subject(AccountId id) {
        return jdbc.sql(
                        """
                        select oidc_issuer, oidc_subject from access.account
                        where id = :id and oidc_issuer is not null
                        """)
                .param("id", id.value())
                .query((row, n) -> new OidcSubject(row.getString(1), row.getString(2)))
                .optional();
    }

    /** A page of the accounts that the caller may see, by user name, after the given one. */
    List<Account> page(AccountFilter filter, int rowsMax) {
        return jdbc.sql(
                        SELECT
                                + """
                                where username > :after
                                  and (:words = '' or username like :like escape '!'
                                       or display_name ilike :like escape '!')
                                  and (:role = '' or :role = any (roles))
                                  and (:body = '' or body = :body)
                                  and (:state = '' or state = :state)
                                order by username limit :max
                                """)
                .param("after", filter.after())
                .param("words", filter.words())
                .param("like", filter.like())
                .param("role", filter.role())
                .param("body", filter.body())
                .param("state", filter.state())
                .param("max", rowsMax)
                .query(AccountStore::row)
                .list();
    }

    List<Account> of(BodyCode body) {
        return jdbc.sql(SELECT + "where body = :body and state = 'active' order by username")
                .param("body", body.value())
                .query(AccountStore::row)
                .list();
    }

    /** Whether somebody active may administer accounts. */
    boolean anyAdministrator() {
        return jdbc.sql(
                        """
                        select exists (select 1 from access.account
                          where state = 'active' and 'administrator' = any (roles))
                        """)
                .query(Boolean.class)
                .single();
    }

    static String[] codes(java.util.Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().toArray(String[]::new);
    }

    static java.util.Set<Role> roles(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(codes).map(Role::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Account row(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new UserName(row.getString("username")),
                row.getString("display_name"),
                new BodyCode(row.getString("body")),
                roles(row),
                row.getString("state").equals("active"));
    }
}
