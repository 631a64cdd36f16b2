package az.qalxan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup's tables, files and manifest into a ZIP file. */
record BackupWriter(Connection connection, ZipOutputStream zip, Consumer<String> progress) {

    /** The folders that belong to an installation besides its database. */
    static final List<String> FOLDERS = List.of("secrets", "attachments", "imports");

    Backup.Outcome.Done write(DataFolder folder) throws SQLException, IOException {
        BackupTables source = new BackupTables(connection);
        List<BackupManifest.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : source.columns().entrySet()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey() + ".copy"));
            BackupManifest.Table copied = source.copyOut(table.getKey(), table.getValue(), zip);
            zip.closeEntry();
            tables.add(copied);
            progress.accept(table.getKey() + ": " + copied.rows());
        }
        for (String name : FOLDERS) {
            writeFolder(folder.path(), folder.path().resolve(name));
        }
        BackupManifest manifest =
                new BackupManifest(
                        BackupManifest.FORMAT, source.versions(), tables, source.sequences());
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
        return new Backup.Outcome.Done(
                tables.size(), tables.stream().mapToLong(BackupManifest.Table::rows).sum());
    }

    private void writeFolder(Path root, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            zip.putNextEntry(new ZipEntry("files/" + root.relativize(file)));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }
}
