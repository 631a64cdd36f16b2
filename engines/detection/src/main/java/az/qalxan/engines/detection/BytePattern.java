package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SigmaText.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain runs with any text between them, against UTF-8. */
final class BytePattern {

    private final ByteRun[] runs;
    private final boolean openStart;
    private final boolean openEnd;

    BytePattern(SigmaText text, boolean cased) {
        List<Part> parts = text.parts();
        openStart = !parts.isEmpty() && parts.getFirst() instanceof Part.Many;
        openEnd = !parts.isEmpty() && parts.getLast() instanceof Part.Many;
        List<ByteRun> plain = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Plain one) {
                plain.add(new ByteRun(Utf8.of(cased ? one.text() : Folding.fold(one.text()))));
            }
        }
        runs = plain.toArray(new ByteRun[0]);
    }

    BytePattern(byte[] run, boolean openStart, boolean openEnd) {
        runs = run.length == 0 ? new ByteRun[0] : new ByteRun[] {new ByteRun(run)};
        this.openStart = openStart;
        this.openEnd = openEnd;
    }

    /** Whether the text has no {@code ?}, which is one character and not one byte. */
    static boolean can(SigmaText text) {
        return text.parts().stream().noneMatch(Part.One.class::isInstance);
    }

    /** The run that has to stand somewhere in a text, where that is all; otherwise none. */
    byte @Nullable [] part() {
        return openStart && openEnd && runs.length == 1 ? runs[0].bytes() : null;
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
            ByteRun run = runs[first++];
            if (!run.stands(text, begin, end)) {
                return false;
            }
            begin += run.length();
            if (first == last) {
                return openEnd || begin == end;
            }
        }
        if (!openEnd) {
            ByteRun run = runs[--last];
            end -= run.length();
            if (end < begin || !run.stands(text, end, until)) {
                return false;
            }
        }
        for (int i = first; i < last; i++) {
            begin = runs[i].behind(text, begin, end);
            if (begin < 0) {
                return false;
            }
        }
        return true;
    }
}
