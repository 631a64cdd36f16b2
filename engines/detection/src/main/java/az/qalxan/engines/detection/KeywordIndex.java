package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.util.Map;

/** Which rules the bytes of an event as a whole make worth looking at. */
final class KeywordIndex {

    private final LiteralScan scan;

    /** The characters of ASCII that stand in a literal. */
    private final boolean[] characters = new boolean[128];

    KeywordIndex(Map<Literal, int[]> literals) {
        scan = new LiteralScan(literals);
        for (Literal literal : literals.keySet()) {
            for (byte b : literal.bytes()) {
                characters[b] = true;
            }
        }
    }

    /** Tells the rules for which a literal stands in the bytes as it is written. */
    void search(byte[] bytes, int from, int until, Candidates candidates) {
        scan.search(bytes, from, until, candidates);
    }

    /** The same for a text of JSON, of which it finds only what is written otherwise. */
    void searchText(byte[] json, int from, int until, Candidates candidates) {
        if (!JsonText.disguises(json, from, until, characters)) {
            return;
        }
        byte[] folded = new byte[2 * (until - from) + EightBytes.COUNT];
        int end = JsonText.fold(json, from, until, folded, 0);
        if (end < 0) {
            folded = Utf8.of(Folding.fold(JsonText.decode(json, from, until)));
            end = folded.length;
        }
        search(folded, 0, end, candidates);
    }
}
