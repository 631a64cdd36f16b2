package az.qalxan.database;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds.
 *
 * @param format the version of this layout
 * @param versions each module's last migration
 * @param tables every table in the order of writing
 * @param sequences each sequence's last value
 * @param files every file, below the data folder
 * @param masterKey the name of the key that opens the evidence; empty where there is none
 * @param masterKeyApart whether that key is not in the backup
 */
record BackupManifest(
        int format,
        Instant writtenAt,
        Map<String, String> versions,
        List<Table> tables,
        Map<String, Long> sequences,
        List<Stored> files,
        String masterKey,
        boolean masterKeyApart) {

    static final int FORMAT = 3;
    static final String ENTRY = "manifest.json";

    BackupManifest {
        versions = Map.copyOf(versions);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
        files = List.copyOf(files);
    }

    /** Reads the manifest of a file that has one of this format. */
    static BackupManifest in(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(ENTRY))) {
            return JsonMapper.shared().readValue(in, BackupManifest.class);
        }
    }

    /** The format of a file that has a manifest. */
    static int format(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.shared().readTree(in).path("format").asInt(0);
        }
    }

    Backup.Amount amount() {
        return new Backup.Amount(
                tables.size(),
                tables.stream().mapToLong(Table::rows).sum(),
                files.size(),
                files.stream().mapToLong(Stored::length).sum());
    }

    /**
     * A table: {@code schema.name}, its columns in COPY's order, and what was copied.
     *
     * @param digest of all rows, in any order: {@link RowsDigest}
     */
    record Table(String name, List<String> columns, long rows, String digest) {

        Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** A file: its path below the data folder, and its bytes as SHA-256. */
    record Stored(String path, long length, String sha256) {

        String entry() {
            return "files/" + path;
        }
    }
}
