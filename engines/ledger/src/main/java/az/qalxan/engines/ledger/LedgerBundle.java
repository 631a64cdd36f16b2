package az.qalxan.engines.ledger;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Entries of a log with all that proves them, in a ZIP of its own or within another container
 * (docs/ledger-entry.md). Anybody checks it without network and database.
 */
public final class LedgerBundle {

    static final String FOLDER = "ledger/";
    static final String CHECKPOINT = FOLDER + "checkpoint";
    static final String KEYS = FOLDER + "keys";
    static final String STAMPS = FOLDER + "stamps/";
    static final String ITEMS = FOLDER + "items/";
    static final String BLOCKS = FOLDER + "blocks/";

    private LedgerBundle() {}

    /**
     * The files of the ledger by their paths, for whoever writes a container; to be written in this
     * order, and stored rather than deflated.
     */
    public static SequencedMap<String, byte[]> files(BundleParts parts) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(CHECKPOINT, parts.checkpoint().bytes());
        files.put(KEYS, lines(parts.keys().stream().map(NoteKey::text).toList()));
        for (int i = 0; i < parts.stamps().size(); i++) {
            files.put(STAMPS + (i + 1) + ".tsr", parts.stamps().get(i).bytes());
        }
        for (BundleItem item : parts.items()) {
            put(files, item);
        }
        return files;
    }

    private static void put(SequencedMap<String, byte[]> files, BundleItem item) {
        String folder = ITEMS + item.entry().id() + "/";
        files.put(folder + "entry", item.entry().bytes());
        files.put(folder + "proof", item.proof().bytes());
        Opening opening = item.opening();
        if (opening != null) {
            files.put(folder + "salt", opening.salt());
            files.put(folder + "content", opening.content());
        }
        files.put(folder + "label", lines(List.of(item.label())));
        if (!item.files().isEmpty()) {
            files.put(folder + "files", lines(item.files().stream().map(LedgerBundle::line).toList()));
        }
        for (FileDigest file : item.files()) {
            if (!file.blocks().isEmpty()) {
                List<String> blocks = file.blocks().stream().map(Digest::hex).toList();
                files.put(BLOCKS + file.sha256().hex(), lines(blocks));
            }
        }
    }

    private static String line(FileDigest file) {
        return file.sha256().hex() + " " + file.length() + " " + file.path();
    }

    private static byte[] lines(List<String> lines) {
        return lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
