package az.qalxan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.context.ApplicationContext;

/** Writes rows as the owner of the schemas, past all policies: for registers with a long past. */
public final class OwnerSql {

    private final DatabaseServer server;

    public OwnerSql(ApplicationContext context) {
        this.server = context.getBean(DatabaseServer.class);
    }

    public void run(String... statements) {
        Credentials owner = server.owner();
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), owner.user(), owner.password());
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
