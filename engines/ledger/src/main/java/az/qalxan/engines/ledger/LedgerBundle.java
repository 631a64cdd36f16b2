package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Writes a bundle of its own: the files of the ledger, then those of the container.
     *
     * @throws IOException when the file cannot be written or a container's file is not what its
     *     digest says
     */
    public static void write(Path zip, BundleParts parts, List<ContainerFile> files)
            throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        zip,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            BundleWriter writer = new BundleWriter(out);
            for (Map.Entry<String, byte[]> file : files(parts).entrySet()) {
                writer.put(file.getKey(), file.getValue());
            }
            for (ContainerFile file : files) {
                writer.put(file);
            }
            writer.end();
            out.force(true);
        }
    }

    /**
     * Checks a bundle, or a container that holds one. Any bytes get a verdict; memory does not grow
     * with the files in it.
     *
     * @throws IOException when the file cannot be read at all
     */
    public static BundleVerdict verify(Path zip, BundleTrust trust) throws IOException {
        try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
            return BundleCheck.of(file, trust);
        }
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
            files.put(
                    folder + "files",
                    lines(item.files().stream().map(LedgerBundle::line).toList()));
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
