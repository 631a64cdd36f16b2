package az.qalxan.engines.content;

import java.time.Duration;

/**
 * How much one file may cost.
 *
 * @param parts most parts: the file itself and whatever is inside
 * @param depth deepest nesting; the file itself is 0
 * @param memberBytes largest member that is read; larger ones are listed
 * @param unpackedBytes most bytes unpacked in all
 * @param ratio unpacked to packed bytes of a member, from a million bytes on
 * @param textChars most text kept of one part
 * @param textCharsAll most text kept in all
 * @param moments most moments of the timeline
 * @param thumbnails most thumbnails
 * @param time wall-clock time of the process that reads
 * @param heapMegabytes its memory for objects
 */
public record ContentLimits(
        int parts,
        int depth,
        int memberBytes,
        long unpackedBytes,
        int ratio,
        int textChars,
        int textCharsAll,
        int moments,
        int thumbnails,
        Duration time,
        int heapMegabytes) {

    /** What a server grants a file. */
    public static final ContentLimits USUAL =
            new ContentLimits(
                    20_000,
                    8,
                    32 << 20,
                    4L << 30,
                    400,
                    1_000_000,
                    20_000_000,
                    2_000_000,
                    500,
                    Duration.ofMinutes(10),
                    384);

    public ContentLimits {
        if (parts < 1 || depth < 0 || memberBytes < 1 || ratio < 1 || heapMegabytes < 16) {
            throw new IllegalArgumentException("Every limit lets something through.");
        }
    }
}
