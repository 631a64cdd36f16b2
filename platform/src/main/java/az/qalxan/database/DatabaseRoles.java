package az.qalxan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Creates the three roles and the database of an embedded server, once. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    static void create(String url, Credentials superuser, DatabaseServer server) {
        try (Connection connection =
                        DriverManager.getConnection(url, superuser.user(), superuser.password());
                Statement sql = connection.createStatement()) {
            if (exists(sql, server.owner().user())) {
                return;
            }
            for (Credentials role :
                    List.of(server.owner(), server.application(), server.reader())) {
                sql.execute(createRole(role));
            }
            sql.execute(
                    "create database %s owner %s"
                            .formatted(EmbeddedServer.DATABASE, server.owner().user()));
        } catch (SQLException e) {
            throw new DatabaseUnusable("cannot create Qalxan's database roles", e);
        }
    }

    private static boolean exists(Statement sql, String database) throws SQLException {
        try (ResultSet row =
                sql.executeQuery(
                        "select 1 from pg_database where datname = '"
                                + EmbeddedServer.DATABASE
                                + "' and exists (select 1 from pg_roles where rolname = '"
                                + database
                                + "')")) {
            return row.next();
        }
    }

    private static String createRole(Credentials role) {
        return """
        do $$ begin
          create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s';
        exception when duplicate_object then null;
        end $$
        """
                .formatted(role.user(), role.password());
    }
}
