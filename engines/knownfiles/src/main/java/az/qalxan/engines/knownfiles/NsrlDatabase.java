package az.qalxan.engines.knownfiles;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * The NSRL Reference Data Set in its third form (RDSv3), an SQLite database: digests stand in the
 * table FILE of a minimal edition and in METADATA of a full one. Only plain tables are read, so no
 * view or virtual table of a foreign file runs here.
 */
public final class NsrlDatabase {

    private static final List<String> TABLES = List.of("FILE", "METADATA");
    private static final int FETCH = 10_000;
    private static final int VALUE_BYTES_MAX = 1 << 20;

    private NsrlDatabase() {}

    /**
     * Hands every digest of the builder's kind to it.
     *
     * @throws UnusableSet when the file is no such database
     */
    public static void read(Path database, KnownSetBuilder into) throws IOException {
        String column = into.kind().name().toLowerCase(Locale.ROOT);
        try (Connection open = open(database);
                Statement statement = open.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
            String table =
                    table(statement, column)
                            .orElseThrow(() ->
                                    new UnusableSet(
                                            database
                                                    + " has no table FILE or METADATA with "
                                                    + column));
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery("select " + column + " from " + table)) {
                while (rows.next()) {
                    String hex = rows.getString(1);
                    into.take(hex == null ? "" : hex);
                }
            }
        } catch (SQLException e) {
            throw new UnusableSet(database + " cannot be read as RDSv3: " + e.getMessage());
        }
    }

    /** What the database says of its own version; empty where it does not. */
    public static Optional<String> version(Path database) throws IOException {
        try (Connection open = open(database);
                Statement statement = open.createStatement()) {
            if (!plain(statement, "VERSION")) {
                return Optional.empty();
            }
            try (ResultSet rows = statement.executeQuery("select version from VERSION limit 1")) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new UnusableSet(database + " cannot be read as RDSv3: " + e.getMessage());
        }
    }

    private static Connection open(Path database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(VALUE_BYTES_MAX));
        String uri = database.toAbsolutePath().toUri().getRawPath();
        return config.createConnection("jdbc:sqlite:file:" + uri + "?mode=ro");
    }

    private static Optional<String> table(Statement statement, String column) throws SQLException {
        for (String table : TABLES) {
            if (plain(statement, table) && has(statement, table, column)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private static boolean plain(Statement statement, String table) throws SQLException {
        String sql = "select sql from sqlite_master where type = 'table' and upper(name) = '%s'";
        try (ResultSet rows = statement.executeQuery(sql.formatted(table))) {
            return rows.next()
                    && !Optional.ofNullable(rows.getString(1))
                            .orElse("")
                            .toUpperCase(Locale.ROOT)
                            .startsWith("CREATE VIRTUAL");
        }
    }

    private static boolean has(Statement statement, String table, String column)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery("pragma table_info(" + table + ")")) {
            while (rows.next()) {
                if (column.equalsIgnoreCase(rows.getString("name"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
