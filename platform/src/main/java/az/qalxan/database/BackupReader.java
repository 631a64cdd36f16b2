package az.qalxan.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup back and proves that what arrived is what was written. */
final class BackupReader {

    private static final String FILES = "files/";

    private final ZipFile zip;
    private final Consumer<String> progress;

    BackupReader(ZipFile zip, Consumer<String> progress) {
        this.zip = zip;
        this.progress = progress;
    }

    /** What is wrong with the file; empty when every digest agrees. */
    List<String> problems() throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            return List.of("the file has no manifest; it is not a whole backup");
        }
        List<String> wrong = new ArrayList<>();
        try {
            for (BackupManifest.Table table : manifest().tables()) {
                ZipEntry content = zip.getEntry(table.entry());
                if (content == null || !digest(content).equals(table.digest())) {
                    wrong.add(table.name() + " is missing or altered");
                }
            }
        } catch (JacksonException e) {
            wrong.add("the manifest cannot be read");
        }
        return wrong;
    }

    private BackupManifest manifest() throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(BackupManifest.ENTRY))) {
            return JsonMapper.shared().readValue(in, BackupManifest.class);
        }
    }

    private String digest(ZipEntry entry) throws IOException {
        RowsDigest digest = new RowsDigest(OutputStream.nullOutputStream());
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(digest);
        }
        return digest.value();
    }

    void restoreFiles(DataFolder folder) throws IOException {
        for (ZipEntry entry :
                zip.stream().filter(one -> one.getName().startsWith(FILES)).toList()) {
            Path target = folder.path().resolve(entry.getName().substring(FILES.length()));
            if (!target.normalize().startsWith(folder.path())) {
                throw new IOException("the backup leaves its folder: " + entry.getName());
            }
            folder.subfolder(folder.path().relativize(target.getParent()).toString());
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target);
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }

    Backup.Outcome restoreTables(Connection connection) throws SQLException, IOException {
        BackupManifest manifest = manifest();
        BackupTables target = new BackupTables(connection);
        if (!target.versions().equals(manifest.versions())) {
            return new Backup.Outcome.Refused(
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
            return new Backup.Outcome.Refused("restored otherwise than saved: " + wrong);
        }
        connection.commit();
        return new Backup.Outcome.Done(
                manifest.tables().size(),
                manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum());
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
