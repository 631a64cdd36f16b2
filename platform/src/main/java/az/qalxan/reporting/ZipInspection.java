package az.qalxan.reporting;

import az.qalxan.reporting.FileSniffer.Sniffed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks into a ZIP container, unpacking within bounds: only plain Word and Excel documents pass,
 * without macros, and none that grows beyond reason.
 */
final class ZipInspection {

    static final int ENTRIES_MAX = 2_000;
    static final long INFLATED_BYTES_MAX = 100L << 20;
    static final int NAME_CHARS_MAX = 200;

    /** Larger growth than this is a bomb, not a document; small files may grow more. */
    static final int GROWTH_MAX = 150;

    private static final long GROWTH_COUNTED_FROM_BYTES = 4L << 20;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int CONTENT_TYPES_BYTES_MAX = 1 << 20;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final List<String> ACTIVE =
            List.of(
                    "vbaproject",
                    "activex",
                    ".bin.exe",
                    ".exe",
                    ".js",
                    ".vbs",
                    ".jar",
                    ".dll",
                    ".html",
                    ".svg",
                    ".zip");

    private final long sizeMax;
    private long inflated;

    private ZipInspection(int packedBytes) {
        this.sizeMax =
                Math.min(
                        INFLATED_BYTES_MAX,
                        Math.max(GROWTH_COUNTED_FROM_BYTES, (long) packedBytes * GROWTH_MAX));
    }

    static Sniffed inspect(byte[] content) {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                        .get()) {
            return new ZipInspection(content.length).inspect(zip);
        } catch (IOException | IllegalArgumentException e) {
            return new Sniffed.Refused("broken");
        }
    }

    private Sniffed inspect(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        String types = "";
        for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
            if (names.size() >= ENTRIES_MAX || !harmless(entry) || !names.add(entry.getName())) {
                return new Sniffed.Refused("container");
            }
            if (active(entry)) {
                return new Sniffed.Refused("macros");
            }
            byte[] kept = unpacked(zip, entry);
            if (inflated > sizeMax) {
                return new Sniffed.Refused("bomb");
            }
            types =
                    entry.getName().equals(CONTENT_TYPES)
                            ? new String(kept, StandardCharsets.UTF_8)
                            : types;
        }
        if (types.contains("macroEnabled")) {
            return new Sniffed.Refused("macros");
        }
        return document(names, types);
    }

    private static Sniffed document(Set<String> names, String types) {
        if (!types.isEmpty() && names.contains("word/document.xml")) {
            return new Sniffed.Known(FileType.WORD);
        }
        if (!types.isEmpty() && names.contains("xl/workbook.xml")) {
            return new Sniffed.Known(FileType.EXCEL);
        }
        return new Sniffed.Refused("container");
    }

    private static boolean harmless(ZipArchiveEntry entry) {
        String name = entry.getName();
        return name.length() <= NAME_CHARS_MAX
                && !name.startsWith("/")
                && !name.contains("..")
                && name.indexOf('\\') < 0
                && !entry.getGeneralPurposeBit().usesEncryption()
                && !entry.isUnixSymlink();
    }

    private static boolean active(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return ACTIVE.stream()
                .anyMatch(part -> part.startsWith(".") ? name.endsWith(part) : name.contains(part));
    }

    /** Unpacks an entry as far as the bound lets; gives the start of it. */
    private byte[] unpacked(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        byte[] kept = new byte[0];
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = zip.getInputStream(entry)) {
            if (entry.getName().equals(CONTENT_TYPES)) {
                kept = in.readNBytes(CONTENT_TYPES_BYTES_MAX);
                inflated += kept.length;
            }
            int read = in.read(buffer);
            while (read >= 0 && inflated <= sizeMax) {
                inflated += read;
                read = in.read(buffer);
            }
        }
        return kept;
    }
}
