package az.qalxan.engines.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** One file in packed form: gzip, bzip2, xz, lzma, Z, lz4, snappy. */
final class PackedReader implements PartReader {

    private static final int DECODER_KILOBYTES = 100_000;
    private static final Map<String, String> FORMATS =
            Map.of(
                    "application/gzip", CompressorStreamFactory.GZIP,
                    "application/x-bzip2", CompressorStreamFactory.BZIP2,
                    "application/x-xz", CompressorStreamFactory.XZ,
                    "application/x-lzma", CompressorStreamFactory.LZMA,
                    "application/x-compress", CompressorStreamFactory.Z,
                    "application/x-lz4", CompressorStreamFactory.LZ4_FRAMED,
                    "application/x-snappy-framed", CompressorStreamFactory.SNAPPY_FRAMED);

    static boolean reads(String media) {
        return FORMATS.containsKey(media);
    }

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        String format = java.util.Objects.requireNonNull(FORMATS.get(draft.type().media()));
        InputStream bytes = new BufferedInputStream(source.stream(), 1 << 16);
        CompressorStreamFactory factory = new CompressorStreamFactory(true, DECODER_KILOBYTES);
        try (InputStream in = factory.createCompressorInputStream(format, bytes)) {
            String name = inner(draft.place().name());
            if (in instanceof GzipCompressorInputStream gzip) {
                String kept = gzip.getMetaData().getFileName();
                name = kept == null || kept.isBlank() ? name : kept;
                java.time.Instant at = gzip.getMetaData().getModificationInstant();
                if (at != null && at.getEpochSecond() > 0) {
                    reading.moment(draft, at, MomentKind.MODIFIED, name);
                }
            }
            Members.give(draft, reading, new Members.Member(name, -1, source.size()), () -> in);
        } catch (CompressorException e) {
            draft.flaw(Flaw.DAMAGED);
        }
    }

    /** The name without the ending of the packing. */
    private static String inner(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tgz") || lower.endsWith(".txz") || lower.endsWith(".tbz")) {
            return name.substring(0, name.length() - 3) + "tar";
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name + "-unpacked";
    }
}
