package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SigmaText.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plain runs with any text between them, against folded UTF-8. */
final class BytePattern {

    private final byte[][] runs;
    private final boolean openStart;
    private final boolean openEnd;

    BytePattern(SigmaText text) {
        List<Part> parts = text.parts();
        openStart = !parts.isEmpty() && parts.getFirst() instanceof Part.Many;
        openEnd = !parts.isEmpty() && parts.getLast() instanceof Part.Many;
        List<byte[]> plain = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Plain one) {
                plain.add(Folding.fold(one.text()).getBytes(StandardCharsets.UTF_8));
            }
        }
        runs = plain.toArray(new byte[0][]);
    }

    BytePattern(byte[] run, boolean openStart, boolean openEnd) {
        this.runs = run.length == 0 ? new byte[0][] : new byte[][] {run};
        this.openStart = openStart;
        this.openEnd = openEnd;
    }

    /** Whether the text has no {@code ?}, which is one character and not one byte. */
    static boolean can(SigmaText text) {
        return text.parts().stream().noneMatch(Part.One.class::isInstance);
    }

    boolean matches(byte[] text, int from, int until) {
        if (runs.length == 0) {
            return openStart || from == until;
        }
        int begin = from;
        int end = until;
        int first = 0;
        int last = runs.length;
        if (!openStart) {
            byte[] run = runs[first++];
            if (!stands(run, text, begin, end)) {
                return false;
            }
            begin += run.length;
            if (first == last) {
                return openEnd || begin == end;
            }
        }
        if (!openEnd) {
            byte[] run = runs[--last];
            end -= run.length;
            if (end < begin || !stands(run, text, end, until)) {
                return false;
            }
        }
        for (int i = first; i < last; i++) {
            begin = behind(runs[i], text, begin, end);
            if (begin < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean stands(byte[] run, byte[] text, int from, int until) {
        return run.length <= until - from
                && Arrays.equals(run, 0, run.length, text, from, from + run.length);
    }

    /** The index behind the first place of the run, or -1. */
    private static int behind(byte[] run, byte[] text, int from, int until) {
        byte head = run[0];
        int last = until - run.length;
        for (int i = from; i <= last; i++) {
            if (text[i] == head && Arrays.equals(run, 1, run.length, text, i + 1, i + run.length)) {
                return i + run.length;
            }
        }
        return -1;
    }
}
