package az.qalxan.engines.synthesis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text that grows as somebody types it, with their slips; exact parts stay untouched. */
final class TypedText {

    private static final int CHARS_FIRST = 768;

    private final Typing typing;
    private final Dice dice;
    private final @Nullable String[] letters;
    private final boolean faultless;
    private char[] typed = new char[CHARS_FIRST];
    private int length;
    private boolean sentenceStart = true;
    private int untilTypo;

    TypedText(Typing typing, Dice dice) {
        this.typing = typing;
        this.dice = dice;
        this.letters = Lettering.table(typing.letters());
        this.faultless = typing.faultless();
        this.untilTypo = nextTypo();
    }

    int length() {
        return length;
    }

    Typing typing() {
        return typing;
    }

    /** Appends as it is and returns where it begins. */
    int exact(String text) {
        int start = length;
        copy(text);
        sentenceStart = false;
        return start;
    }

    /** Begins a new sentence behind the ones before. */
    void space() {
        if (length > 0 && typed[length - 1] != ' ') {
            put(' ');
        }
    }

    void words(String text) {
        if (faultless) {
            copied(text);
            return;
        }
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                i += letter(text, i);
                sentenceStart = false;
            } else {
                mark(c);
                i++;
            }
        }
    }

    /** Nothing but the first letter of a sentence changes. */
    private void copied(String text) {
        int start = length;
        copy(text);
        int first = start;
        while (sentenceStart && first < length && !isLetter(typed[first])) {
            first++;
        }
        if (sentenceStart && first < length) {
            typed[first] = typing.tongue().upper(typed[first]);
        }
        int last = length - 1;
        while (last > start && typed[last] == ' ') {
            last--;
        }
        sentenceStart = endsSentence(typed[last]);
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    private static boolean isLetter(char c) {
        return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
    }

    private void mark(char c) {
        sentenceStart = endsSentence(c) || (sentenceStart && c == ' ');
        boolean dropped = typing.bare() && (c == ',' || c == '.');
        if (!dropped) {
            put(c);
        }
    }

    /** Returns how many letters are used up. */
    private int letter(String text, int index) {
        char c = cased(text.charAt(index));
        untilTypo--;
        if (untilTypo > 0) {
            putLetter(c);
            return 1;
        }
        untilTypo = nextTypo();
        boolean inner = index > 0 && isLetter(text.charAt(index - 1));
        boolean follows = index + 1 < text.length() && isLetter(text.charAt(index + 1));
        if (inner && follows) {
            return slip(c, text.charAt(index + 1));
        }
        putLetter(c);
        return 1;
    }

    /** Leaves a letter out, doubles it, or swaps it with the next. */
    private int slip(char c, char following) {
        int sort = dice.below(3);
        if (sort == 0) {
            return 1;
        }
        putLetter(sort == 1 ? c : following);
        putLetter(c);
        return sort;
    }

    private char cased(char c) {
        if (typing.small()) {
            return typing.tongue().lower(c);
        }
        return sentenceStart ? typing.tongue().upper(c) : c;
    }

    private int nextTypo() {
        return typing.typoEvery() == 0
                ? Integer.MAX_VALUE
                : 1 + dice.below(2 * typing.typoEvery());
    }

    private void putLetter(char c) {
        String written = c < letters.length ? letters[c] : null;
        if (written == null) {
            put(c);
        } else {
            copy(written);
        }
    }

    private void put(char c) {
        reserve(1);
        typed[length] = c;
        length++;
    }

    private void copy(String text) {
        reserve(text.length());
        text.getChars(0, text.length(), typed, length);
        length += text.length();
    }

    private void reserve(int chars) {
        if (length + chars > typed.length) {
            typed = Arrays.copyOf(typed, 2 * (length + chars));
        }
    }

    @Override
    public String toString() {
        int end = length;
        while (end > 0 && typed[end - 1] == ' ') {
            end--;
        }
        return new String(typed, 0, end);
    }
}
