package az.qalxan.database;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** The tables, sequences and versions of a database, as a backup needs them. */
record BackupTables(Connection connection) {

    /**
     * Every table of our schemas but the migrations' histories, by name. Of a table in parts the
     * whole: into which parts rows go is decided where they are restored.
     */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        String sql =
                """
                select c.table_schema || '.' || c.table_name, c.column_name
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                join pg_catalog.pg_class k
                  on k.oid = to_regclass(format('%I.%I', c.table_schema, c.table_name))
                where c.table_schema = any (?) and t.table_type = 'BASE TABLE'
                  and not k.relispartition
                  and c.table_name <> 'schema_history' and c.is_generated = 'NEVER'
                order by 1, c.ordinal_position
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.MODULES.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return tables;
    }

    Map<String, Long> sequences() throws SQLException {
        String sql =
                """
                select schemaname || '.' || sequencename, last_value from pg_sequences
                where schemaname = any (?) and last_value is not null
                """;
        Map<String, Long> sequences = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.MODULES.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequences.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return sequences;
    }

    /** Each module's last migration. */
    Map<String, String> versions() throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String module : Migrations.MODULES) {
                try (ResultSet row =
                        statement.executeQuery(
                                "select coalesce(max(version), '') from "
                                        + module
                                        + ".schema_history where success")) {
                    row.next();
                    versions.put(module, row.getString(1));
                }
            }
        }
        return versions;
    }

    /** Copies a table out, digesting what passes. */
    BackupManifest.Table copyOut(String table, List<String> columns, OutputStream out)
            throws SQLException, IOException {
        RowsDigest digest = new RowsDigest(out);
        long rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + select(table, columns) + ") to stdout", digest);
        return new BackupManifest.Table(table, columns, rows, digest.value());
    }

    private static String select(String table, List<String> columns) {
        return "select \"" + String.join("\", \"", columns) + "\" from " + table;
    }

    static String list(String table, List<String> columns) {
        return table + " (\"" + String.join("\", \"", columns) + "\")";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
