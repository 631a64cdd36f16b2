package az.qalxan.engines.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an image says of itself.
 *
 * @param format as its field names it, for example EWF-E01
 * @param files the segments in order
 * @param mediaBytes the size of the media
 * @param texts case number, examiner, tool and the like, as they were typed
 * @param readErrors what the acquiring tool could not read of the source
 * @param findings what is wrong with the structure
 */
public record ImageFacts(
        String format,
        List<String> files,
        long mediaBytes,
        int sectorBytes,
        int chunkBytes,
        Map<String, String> texts,
        List<StoredDigest> digests,
        List<MediaRange> readErrors,
        List<ImageFinding> findings) {

    /** Copies the lists. */
    public ImageFacts {
        files = List.copyOf(files);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        digests = List.copyOf(digests);
        readErrors = List.copyOf(readErrors);
        findings = List.copyOf(findings);
    }

    ImageFacts with(List<ImageFinding> more) {
        List<ImageFinding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new ImageFacts(
                format,
                files,
                mediaBytes,
                sectorBytes,
                chunkBytes,
                texts,
                digests,
                readErrors,
                all);
    }
}
