package az.qalxan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Backups of an installation with the embedded server: one ZIP file with every table as PostgreSQL
 * COPY text, the uploaded files, the secrets, and a manifest with row counts and SHA-256 digests.
 *
 * <p>The tables are read in one repeatable-read transaction, so the platform may go on working. The
 * file holds secrets and personal data: its mode is 0600 and it belongs under lock.
 */
public final class Backup {

    private Backup() {}

    /** The outcome of a backup or restore. */
    public sealed interface Outcome {

        /** Done, and every count and digest agrees. */
        record Done(int tables, long rows) implements Outcome {}

        /** Not done, or the result is not what the manifest says; nothing was overwritten. */
        record Refused(String why) implements Outcome {}
    }

    /**
     * Writes a backup of the folder's installation.
     *
     * @param progress is told each table's name and rows
     */
    public static Outcome write(DataFolder folder, Path file, Consumer<String> progress) {
        if (Files.exists(file)) {
            return new Outcome.Refused(file + " exists already; choose another name.");
        }
        if (!EmbeddedServer.isIn(folder)) {
            return new Outcome.Refused(
                    folder.path()
                            + " holds no database; an external server has its own backup tools.");
        }
        try (EmbeddedServer server = EmbeddedServer.start(folder, true);
                Connection connection = connect(server)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                Outcome.Done done = new BackupWriter(connection, zip, progress).write(folder);
                connection.rollback();
                return done;
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable("cannot read the database for a backup", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the backup " + file, e);
        }
    }

    /** Restores a backup into a folder that holds no installation yet. */
    public static Outcome restore(Path file, Path target, Consumer<String> progress) {
        if (!isEmpty(target)) {
            return new Outcome.Refused(target + " is not empty; restore into a new folder.");
        }
        if (!Files.isReadable(file)) {
            return new Outcome.Refused(file + " cannot be read.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupReader reader = new BackupReader(zip, progress);
            List<String> wrong = reader.problems();
            if (!wrong.isEmpty()) {
                return new Outcome.Refused(String.join("; ", wrong));
            }
            DataFolder folder = DataFolder.open(target);
            reader.restoreFiles(folder);
            try (EmbeddedServer server = EmbeddedServer.start(folder, true)) {
                Migrations.migrate(server);
                try (Connection connection = connect(server)) {
                    return reader.restoreTables(connection);
                }
            }
        } catch (ZipException e) {
            return new Outcome.Refused(file + " is not a backup: " + e.getMessage());
        } catch (SQLException e) {
            throw new DatabaseUnusable("cannot restore the tables", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the backup " + file, e);
        }
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        Credentials superuser = server.superuser();
        return DriverManager.getConnection(
                server.jdbcUrl(), superuser.user(), superuser.password());
    }
}
