package az.qalxan.database;

import az.qalxan.engines.vault.Inventory;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Backups of an installation with the embedded server: one ZIP file with every table as PostgreSQL
 * COPY text, the secrets, the stored bytes of evidence as they lie, encrypted, and a manifest with
 * counts and SHA-256 digests.
 *
 * <p>The tables are read in one repeatable-read transaction and the evidence after it, so the
 * platform may go on working. The file holds secrets and personal data: its mode is 0600 and it
 * belongs under lock.
 */
public final class Backup {

    private Backup() {}

    /** The outcome of a backup or restore. */
    public sealed interface Outcome {

        /**
         * Done, and every count and digest agrees.
         *
         * @param evidence what the vault holds; of a backup nothing is opened
         */
        record Done(Amount amount, Optional<Inventory> evidence) implements Outcome {}

        /** Not done, or the result is not what the manifest says; nothing was overwritten. */
        record Refused(String why) implements Outcome {}
    }

    /** How much a backup holds. */
    public record Amount(int tables, long rows, int files, long bytes) {}

    /**
     * What is to be written or restored.
     *
     * @param masterKey the file of the master key of evidence, when it is kept apart from the
     *     backup
     * @param filesOnly that the tables are saved by the tools of an external server
     */
    public record Order(Path file, @Nullable Path masterKey, boolean filesOnly, Clock clock) {}

    /**
     * Writes a backup of the folder's installation.
     *
     * @param progress is told each table's name and rows
     */
    public static Outcome write(DataFolder folder, Order order, Consumer<String> progress) {
        Optional<String> hindrance = hindrance(folder, order);
        if (hindrance.isPresent()) {
            return new Outcome.Refused(hindrance.get());
        }
        Path file = order.file();
        try {
            createSecret(file);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                BackupWriter writer = new BackupWriter(zip, progress);
                if (!order.filesOnly()) {
                    writeTables(folder, writer);
                }
                writer.writeFiles(folder, order);
                writer.close(order.clock().instant().truncatedTo(ChronoUnit.SECONDS));
            }
            return checked(folder, order);
        } catch (SQLException e) {
            throw new DatabaseUnusable("cannot read the database for a backup", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the backup " + file, e);
        }
    }

    private static void writeTables(DataFolder folder, BackupWriter writer)
            throws SQLException, IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, true);
                Connection connection = connect(server)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            writer.writeTables(new BackupTables(connection));
            connection.rollback();
        }
    }

    private static Optional<String> hindrance(DataFolder folder, Order order) {
        if (Files.exists(order.file())) {
            return Optional.of(order.file() + " exists already; choose another name.");
        }
        if (order.masterKey() != null && Files.exists(order.masterKey())) {
            return Optional.of(order.masterKey() + " exists already; choose another name.");
        }
        if (EmbeddedServer.isIn(folder) == order.filesOnly()) {
            return Optional.of(
                    folder.path()
                            + (order.filesOnly()
                                    ? " holds a database; save it too, without --files-only."
                                    : " holds no database; save an external one with its own"
                                            + " tools, and then this folder with --files-only."));
        }
        return rotation(folder);
    }

    private static Optional<String> rotation(DataFolder folder) {
        return new VaultFolder(folder).rotates()
                ? Optional.of(
                        "the master key of evidence is being changed; let ./qalxan evidence rotate"
                                + " --master end first.")
                : Optional.empty();
    }

    /** A master key that was changed meanwhile wraps keys that the copy holds otherwise. */
    private static Outcome checked(DataFolder folder, Order order) throws IOException {
        VaultFolder vault = new VaultFolder(folder);
        String now = vault.exists() ? vault.key().id() : "";
        Optional<String> changed = rotation(folder);
        try (ZipFile zip = new ZipFile(order.file().toFile())) {
            BackupManifest written = BackupManifest.in(zip);
            if (changed.isEmpty() && written.masterKey().equals(now)) {
                return new Outcome.Done(written.amount(), Optional.empty());
            }
        }
        Files.delete(order.file());
        if (order.masterKey() != null) {
            Files.deleteIfExists(order.masterKey());
        }
        return new Outcome.Refused("the master key of evidence was changed meanwhile; once more.");
    }

    /** Restores a backup into a folder that holds no installation yet. */
    public static Outcome restore(Order order, Path target, Consumer<String> progress) {
        Path file = order.file();
        if (!isEmpty(target)) {
            return new Outcome.Refused(target + " is not empty; restore into a new folder.");
        }
        if (!Files.isReadable(file)) {
            return new Outcome.Refused(file + " cannot be read.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupReader reader = new BackupReader(zip, progress);
            List<String> wrong = reader.problems(order.masterKey());
            if (!wrong.isEmpty()) {
                return new Outcome.Refused(String.join("; ", wrong));
            }
            DataFolder folder = DataFolder.open(target);
            reader.restoreFiles(folder, order.masterKey());
            new Restored(
                            reader.manifest().writtenAt(),
                            order.clock().instant(),
                            String.valueOf(file.getFileName()))
                    .keep(folder);
            Optional<String> differs =
                    reader.manifest().tables().isEmpty()
                            ? Optional.empty()
                            : restoreTables(reader, folder);
            return differs.<Outcome>map(Outcome.Refused::new)
                    .orElse(new Outcome.Done(reader.manifest().amount(), inventory(folder)));
        } catch (ZipException e) {
            return new Outcome.Refused(file + " is not a backup: " + e.getMessage());
        } catch (SQLException e) {
            throw new DatabaseUnusable("cannot restore the tables", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the backup " + file, e);
        }
    }

    private static Optional<String> restoreTables(BackupReader reader, DataFolder folder)
            throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, true)) {
            Migrations.migrate(server);
            try (Connection connection = connect(server)) {
                return reader.restoreTables(connection);
            }
        }
    }

    private static Optional<Inventory> inventory(DataFolder folder) throws IOException {
        VaultFolder evidence = new VaultFolder(folder);
        if (!evidence.exists()) {
            return Optional.empty();
        }
        KeyRing ring = KeyRing.of(evidence.key());
        try (Vault vault = Vault.open(evidence.path(), ring, new SecureRandom())) {
            return Optional.of(vault.inventory());
        }
    }

    /** A new file that nobody else reads. */
    static void createSecret(Path file) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
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
