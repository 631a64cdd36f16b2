package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.List;

/** Pairs with their odds in bits. */
final class ScoredPairs {

    private int[] firsts = new int[16];
    private int[] seconds = new int[16];
    private float[] bits = new float[16];
    private int size = 0;

    void add(int first, int second, double odds) {
        if (size == firsts.length) {
            int larger = Math.addExact(size, size / 2);
            firsts = Arrays.copyOf(firsts, larger);
            seconds = Arrays.copyOf(seconds, larger);
            bits = Arrays.copyOf(bits, larger);
        }
        firsts[size] = first;
        seconds[size] = second;
        bits[size] = (float) odds;
        size++;
    }

    /** All pairs of several lists, one list after the other. */
    static ScoredPairs joined(List<ScoredPairs> parts) {
        ScoredPairs all = new ScoredPairs();
        int size = parts.stream().mapToInt(ScoredPairs::size).reduce(0, Math::addExact);
        all.firsts = new int[size];
        all.seconds = new int[size];
        all.bits = new float[size];
        for (ScoredPairs part : parts) {
            System.arraycopy(part.firsts, 0, all.firsts, all.size, part.size);
            System.arraycopy(part.seconds, 0, all.seconds, all.size, part.size);
            System.arraycopy(part.bits, 0, all.bits, all.size, part.size);
            all.size += part.size;
        }
        return all;
    }

    int size() {
        return size;
    }

    int first(int at) {
        return firsts[at];
    }

    int second(int at) {
        return seconds[at];
    }

    float bits(int at) {
        return bits[at];
    }
}
