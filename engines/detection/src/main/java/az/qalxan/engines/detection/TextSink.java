package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the texts of all values behind one another, to look for words in them. */
final class TextSink implements EventSink {

    /** Stands between two values; no word that is looked for goes over it. */
    private static final byte BETWEEN = 0;

    private byte[] bytes = new byte[1 << 12];
    private int end;

    /** Whether a text may hold what folds to letters of ASCII but is none. */
    private boolean disguised;

    void begin() {
        end = 0;
        disguised = false;
    }

    /** Looks for words in all of the texts. */
    void search(KeywordIndex words, Candidates candidates) {
        if (disguised) {
            byte[] folded =
                    Utf8.of(Folding.fold(new String(bytes, 0, end, StandardCharsets.UTF_8)));
            words.search(folded, 0, folded.length, candidates);
        } else {
            words.search(bytes, 0, end, candidates);
        }
    }

    @Override
    public boolean field(byte[] name, int from, int until) {
        return true;
    }

    @Override
    public void text(byte[] text, int from, int until) {
        int length = until - from;
        if (end + length + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length + 1));
        }
        System.arraycopy(text, from, bytes, end, length);
        for (int i = end; i < end + length; i++) {
            disguised |= bytes[i] < 0;
        }
        end += length;
        bytes[end++] = BETWEEN;
    }

    @Override
    public void number(byte[] text, int from, int until) {
        text(text, from, until);
    }

    @Override
    public void truth(boolean value) {
        byte[] word = {'t', 'r', 'u', 'e'};
        byte[] other = {'f', 'a', 'l', 's', 'e'};
        text(value ? word : other, 0, value ? word.length : other.length);
    }

    @Override
    public void nothing() {}
}
