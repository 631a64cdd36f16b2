package az.qalxan.database;

import az.qalxan.engines.vault.VaultCopy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup's tables, files and manifest into a ZIP file, once. */
final class BackupWriter {

    /** The folders that belong to an installation besides its database and its evidence. */
    private static final List<String> FOLDERS = List.of("secrets", "attachments", "imports");

    private static final long TOLD_BYTES = 1L << 30;

    private final ZipOutputStream zip;
    private final Consumer<String> progress;
    private final List<BackupManifest.Table> tables = new ArrayList<>();
    private final List<BackupManifest.Stored> files = new ArrayList<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private String masterKey = "";
    private boolean masterKeyApart;

    BackupWriter(ZipOutputStream zip, Consumer<String> progress) {
        this.zip = zip;
        this.progress = progress;
    }

    void writeTables(BackupTables source) throws SQLException, IOException {
        for (Map.Entry<String, List<String>> table : source.columns().entrySet()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey() + ".copy"));
            BackupManifest.Table copied = source.copyOut(table.getKey(), table.getValue(), zip);
            zip.closeEntry();
            tables.add(copied);
            progress.accept(table.getKey() + ": " + copied.rows());
        }
        versions.putAll(source.versions());
        sequences.putAll(source.sequences());
    }

    /** Evidence comes after the tables, so that every exhibit that they name has its bytes. */
    void writeFiles(DataFolder folder, Backup.Order order) throws IOException {
        VaultFolder vault = new VaultFolder(folder);
        masterKey = vault.exists() ? vault.key().id() : "";
        masterKeyApart = order.masterKey() != null;
        for (String name : FOLDERS) {
            writeFolder(folder.path(), folder.path().resolve(name), order.masterKey());
        }
        if (vault.exists()) {
            writeEvidence(vault);
        }
    }

    /** The manifest is the last entry. */
    void close(Instant at) throws IOException {
        BackupManifest manifest =
                new BackupManifest(
                        BackupManifest.FORMAT,
                        at,
                        versions,
                        tables,
                        sequences,
                        files,
                        masterKey,
                        masterKeyApart);
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    private void writeFolder(Path root, Path folder, @Nullable Path keyApart) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            if (keyApart != null && file.endsWith(VaultFolder.SECRET)) {
                Backup.createSecret(keyApart);
                Files.write(keyApart, Files.readAllBytes(file));
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    put(root.relativize(file).toString(), in);
                }
            }
        }
    }

    /** Bytes that are encrypted do not become smaller. */
    private void writeEvidence(VaultFolder vault) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        int before = files.size();
        VaultCopy.of(
                vault.path(),
                new VaultCopy.Target() {
                    private long bytes;
                    private long told;

                    @Override
                    public void put(String path, InputStream in) throws IOException {
                        bytes += BackupWriter.this.put(VaultFolder.NAME + "/" + path, in);
                        if (bytes - told >= TOLD_BYTES) {
                            told = bytes;
                            progress.accept("evidence: %,d bytes so far".formatted(bytes));
                        }
                    }
                });
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        progress.accept("evidence: %d files".formatted(files.size() - before));
    }

    private long put(String path, InputStream bytes) throws IOException {
        MessageDigest digest = BackupTables.sha256();
        zip.putNextEntry(new ZipEntry("files/" + path));
        long length = new DigestInputStream(bytes, digest).transferTo(zip);
        zip.closeEntry();
        files.add(
                new BackupManifest.Stored(path, length, HexFormat.of().formatHex(digest.digest())));
        return length;
    }
}
