package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.util.Map;

/** Which rules the bytes of an event as a whole make worth looking at. */
final class KeywordIndex {

    private final LiteralScan scan;

    KeywordIndex(Map<Literal, int[]> literals) {
        scan = new LiteralScan(literals);
    }

    /** Tells the rules for which a literal stands in the bytes as it is written. */
    void search(byte[] bytes, int from, int until, Candidates candidates) {
        scan.search(bytes, from, until, candidates);
    }

    /** The same for a text of JSON that may write a literal otherwise. */
    void searchDisguised(byte[] json, int from, int until, Candidates candidates) {
        byte[] folded = new byte[2 * (until - from) + EightBytes.COUNT];
        int end = JsonText.fold(json, from, until, folded, 0);
        if (end < 0) {
            folded = Utf8.of(Folding.fold(JsonText.decode(json, from, until)));
            end = folded.length;
        }
        search(folded, 0, end, candidates);
    }
}
