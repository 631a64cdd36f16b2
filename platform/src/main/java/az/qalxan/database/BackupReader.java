package az.qalxan.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;

/** Reads a backup back and proves that what arrived is what was written. */
final class BackupReader {

    private static final String FILES = "files/";

    private final ZipFile zip;
    private final Consumer<String> progress;
    private @Nullable BackupManifest manifest;

    BackupReader(ZipFile zip, Consumer<String> progress) {
        this.zip = zip;
        this.progress = progress;
    }

    /** Read once: it lists every file. */
    BackupManifest manifest() throws IOException {
        BackupManifest read = manifest;
        if (read == null) {
            read = BackupManifest.in(zip);
            manifest = read;
        }
        return read;
    }

    /**
     * What is wrong with the file; empty when every digest agrees and the evidence can be opened.
     *
     * @param masterKey the file of the master key, where it is kept apart
     */
    List<String> problems(@Nullable Path masterKey) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            return List.of("the file has no manifest; it is not a whole backup");
        }
        try {
            int format = BackupManifest.format(zip, entry);
            if (format != BackupManifest.FORMAT) {
                return List.of(
                        ("the backup is of format %d, this program reads %d; restore with the"
                                        + " version that wrote it")
                                .formatted(format, BackupManifest.FORMAT));
            }
            Optional<String> key = keyProblem(masterKey);
            return key.isPresent() ? List.of(key.get()) : altered();
        } catch (JacksonException e) {
            return List.of("the manifest cannot be read");
        }
    }

    private Optional<String> keyProblem(@Nullable Path masterKey) throws IOException {
        BackupManifest manifest = manifest();
        if (!manifest.masterKeyApart() || manifest.masterKey().isEmpty()) {
            return Optional.empty();
        }
        if (masterKey == null || !Files.isReadable(masterKey)) {
            return Optional.of(
                    ("the evidence needs master key %s, which was kept apart: name its file"
                                    + " with --master-key")
                            .formatted(manifest.masterKey()));
        }
        String found = VaultFolder.key(Files.readString(masterKey).strip()).id();
        return found.equals(manifest.masterKey())
                ? Optional.empty()
                : Optional.of(
                        "%s holds master key %s; the evidence needs %s"
                                .formatted(masterKey, found, manifest.masterKey()));
    }

    private List<String> altered() throws IOException {
        BackupManifest manifest = manifest();
        List<String> wrong = new ArrayList<>();
        for (BackupManifest.Table table : manifest.tables()) {
            ZipEntry content = zip.getEntry(table.entry());
            if (content == null || !digest(content).equals(table.digest())) {
                wrong.add(table.name() + " is missing or altered");
            }
        }
        Set<String> known = new HashSet<>();
        for (BackupManifest.Stored file : manifest.files()) {
            known.add(file.entry());
            ZipEntry content = zip.getEntry(file.entry());
            if (content == null || !passed(content, OutputStream.nullOutputStream()).equals(file)) {
                wrong.add(file.path() + " is missing or altered");
            }
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(FILES) && !known.contains(name))
                .forEach(name -> wrong.add(name + " is not in the manifest"));
        return wrong;
    }

    private String digest(ZipEntry entry) throws IOException {
        RowsDigest digest = new RowsDigest(OutputStream.nullOutputStream());
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(digest);
        }
        return digest.value();
    }

    /** Passes a file's bytes on, and says what passed. */
    private BackupManifest.Stored passed(ZipEntry entry, OutputStream out) throws IOException {
        MessageDigest digest = BackupTables.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            long length = in.transferTo(out);
            return new BackupManifest.Stored(
                    entry.getName().substring(FILES.length()),
                    length,
                    HexFormat.of().formatHex(digest.digest()));
        }
    }

    void restoreFiles(DataFolder folder, @Nullable Path masterKey) throws IOException {
        BackupManifest manifest = manifest();
        for (BackupManifest.Stored file : manifest.files()) {
            Path target = folder.path().resolve(file.path()).normalize();
            if (!target.startsWith(folder.path())) {
                throw new IOException("the backup leaves its folder: " + file.path());
            }
            folder.subfolder(folder.path().relativize(target.getParent()).toString());
            Backup.createSecret(target);
            try (OutputStream out = Files.newOutputStream(target)) {
                if (!passed(zip.getEntry(file.entry()), out).equals(file)) {
                    throw new IOException(file.path() + " was altered meanwhile");
                }
            }
        }
        if (manifest.masterKeyApart() && masterKey != null) {
            Path target = new VaultFolder(folder).keyFile();
            Backup.createSecret(target);
            Files.write(target, Files.readAllBytes(masterKey));
        }
        progress.accept("files: " + manifest.files().size());
    }

    /** Puts the rows back; why not, where it cannot or they are not what was saved. */
    Optional<String> restoreTables(Connection connection) throws SQLException, IOException {
        BackupManifest manifest = manifest();
        BackupTables target = new BackupTables(connection);
        if (!target.versions().equals(manifest.versions())) {
            return Optional.of(
                    "the backup is of schema versions "
                            + manifest.versions()
                            + ", this program has "
                            + target.versions()
                            + "; restore with the version that wrote it, then upgrade");
        }
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            // Constraints held when the rows were written; triggers would act a second time.
            sql.execute("set local session_replication_role = replica");
            for (BackupManifest.Table table : manifest.tables()) {
                sql.execute("delete from " + table.name());
                copyIn(connection, table);
            }
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                sql.execute(
                        "select setval('%s', %d)"
                                .formatted(sequence.getKey(), sequence.getValue()));
            }
        }
        List<String> wrong = differences(target, manifest);
        if (!wrong.isEmpty()) {
            connection.rollback();
            return Optional.of("restored otherwise than saved: " + wrong);
        }
        connection.commit();
        return Optional.empty();
    }

    private void copyIn(Connection connection, BackupManifest.Table table)
            throws SQLException, IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(table.entry()))) {
            long rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy "
                                            + BackupTables.list(table.name(), table.columns())
                                            + " from stdin",
                                    in);
            progress.accept(table.name() + ": " + rows);
        }
    }

    private static List<String> differences(BackupTables target, BackupManifest manifest)
            throws SQLException, IOException {
        List<String> wrong = new ArrayList<>();
        for (BackupManifest.Table table : manifest.tables()) {
            BackupManifest.Table now =
                    target.copyOut(table.name(), table.columns(), OutputStream.nullOutputStream());
            if (!now.equals(table)) {
                wrong.add(table.name());
            }
        }
        return wrong;
    }
}
