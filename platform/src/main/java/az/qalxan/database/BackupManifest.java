package az.qalxan.database;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format the version of this layout
 * @param versions each module's last migration
 * @param tables every table in the order of writing
 * @param sequences each sequence's last value
 */
record BackupManifest(
        int format, Map<String, String> versions, List<Table> tables, Map<String, Long> sequences) {

    static final int FORMAT = 2;
    static final String ENTRY = "manifest.json";

    BackupManifest {
        versions = Map.copyOf(versions);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
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
}
