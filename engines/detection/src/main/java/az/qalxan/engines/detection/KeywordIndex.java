package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which rules the bytes of an event as a whole make worth looking at. */
final class KeywordIndex {

    private final LiteralScan scan;
    private final int[][] rules;
    private final int[] all;

    KeywordIndex(Map<Literal, int[]> literals) {
        List<byte[]> bytes = new ArrayList<>();
        List<int[]> numbers = new ArrayList<>();
        literals.forEach((literal, some) -> {
            bytes.add(literal.bytes());
            numbers.add(some);
        });
        scan = new LiteralScan(bytes);
        rules = numbers.toArray(new int[0][]);
        all = numbers.stream().flatMapToInt(java.util.Arrays::stream).distinct().toArray();
    }

    /**
     * Tells the rules for which a literal stands in the JSON; all of them where the JSON may write
     * one otherwise than it is looked for.
     */
    void search(byte[] json, int from, int until, boolean otherwise, Candidates candidates) {
        if (otherwise) {
            candidates.add(all);
        } else {
            scan.search(json, from, until, literal -> candidates.add(rules[literal]));
        }
    }
}
