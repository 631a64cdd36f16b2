package az.qalxan.engines.image;

import java.util.HexFormat;
import java.util.Optional;

/** What a volume, disk or data section says of the media. */
record EwfVolume(
        long chunks,
        int chunkBytes,
        int sectorBytes,
        long mediaBytes,
        int mediaType,
        String set,
        boolean sound) {

    /** Larger chunks than any tool offers to write with sectors of 512 or 4,096 bytes. */
    static final int CHUNK_BYTES_MAX = 32 << 20;

    /** An exbibyte. */
    static final long MEDIA_BYTES_MAX = 1L << 60;

    private static final int BYTES = 1052;
    private static final int SMART_BYTES = 94;
    private static final int SUM_BYTES = 4;
    private static final int SET_AT = 64;
    private static final int SET_BYTES = 16;

    /** Reads it, or nothing where it describes nothing that can be read here. */
    static Optional<EwfVolume> of(byte[] content) {
        Fields fields = new Fields(content);
        if (content.length >= BYTES) {
            return of(fields, fields.wide(16), BYTES);
        }
        return content.length >= SMART_BYTES
                ? of(fields, fields.word(16), SMART_BYTES)
                : Optional.empty();
    }

    private static Optional<EwfVolume> of(Fields fields, long sectors, int bytes) {
        long chunks = fields.word(4);
        long sectorsEach = fields.word(8);
        long sectorBytes = fields.word(12);
        if (sectorsEach == 0
                || sectorBytes == 0
                || sectorBytes > CHUNK_BYTES_MAX
                || sectorsEach > CHUNK_BYTES_MAX / sectorBytes
                || sectors > MEDIA_BYTES_MAX / sectorBytes) {
            return Optional.empty();
        }
        int chunkBytes = (int) (sectorsEach * sectorBytes);
        long mediaBytes = sectors > 0 ? sectors * sectorBytes : chunks * chunkBytes;
        return Optional.of(
                new EwfVolume(
                        mediaBytes / chunkBytes + (mediaBytes % chunkBytes == 0 ? 0 : 1),
                        chunkBytes,
                        (int) sectorBytes,
                        mediaBytes,
                        fields.at(0),
                        bytes == BYTES ? set(fields) : "",
                        fields.checked(0, bytes - SUM_BYTES)));
    }

    /** The identifier that all segments of an image share; empty where a tool wrote none. */
    private static String set(Fields fields) {
        String hex = HexFormat.of().formatHex(fields.bytes(), SET_AT, SET_AT + SET_BYTES);
        return hex.matches("0+") ? "" : hex;
    }

    /** How the field calls a kind of media. */
    String mediaName() {
        return switch (mediaType) {
            case 0x00 -> "removable disk";
            case 0x01 -> "fixed disk";
            case 0x03 -> "optical disk";
            case 0x0e -> "logical files";
            case 0x10 -> "memory";
            default -> "unknown (" + mediaType + ")";
        };
    }

    /** How much of the media a chunk holds. */
    int expected(long chunk) {
        return (int) Math.min(chunkBytes, mediaBytes - chunk * chunkBytes);
    }
}
