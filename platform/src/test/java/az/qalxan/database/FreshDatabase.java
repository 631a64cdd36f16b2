package az.qalxan.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A database of a test's own, which its administrator may spoil. */
public final class FreshDatabase implements AutoCloseable {

    private final EmbeddedServer server;
    private final HikariDataSource pool;

    private FreshDatabase(EmbeddedServer server) {
        this.server = server;
        Migrations.migrate(server);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.application().user());
        config.setPassword(server.application().password());
        config.setMaximumPoolSize(8);
        this.pool = new HikariDataSource(config);
    }

    public static FreshDatabase start(Path folder) {
        return new FreshDatabase(EmbeddedServer.start(DataFolder.open(folder), false));
    }

    /** Says in that data folder that it was made from a backup. */
    public static void restored(Path data) {
        Instant at = Instant.parse("2026-11-27T20:00:00Z");
        new Restored(at, at, "backup.zip").keep(DataFolder.open(data));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public PlatformTransactionManager manager() {
        return new IdentityTransactions(pool, () -> TransactionIdentity.NOBODY);
    }

    /** What an administrator of the database does. */
    public void asAdministrator(String... statements) {
        Credentials superuser = server.superuser();
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), superuser.user(), superuser.password());
                Statement sql = connection.createStatement()) {
            for (String statement : List.of(statements)) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
