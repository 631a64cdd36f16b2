package az.qalxan.engines.synthesis;

/** A text that grows as somebody types it, with their slips; exact parts stay untouched. */
final class TypedText {

    private final StringBuilder out = new StringBuilder(512);
    private final Typing typing;
    private final Dice dice;
    private boolean sentenceStart = true;
    private int untilTypo;

    TypedText(Typing typing, Dice dice) {
        this.typing = typing;
        this.dice = dice;
        this.untilTypo = nextTypo();
    }

    int length() {
        return out.length();
    }

    Typing typing() {
        return typing;
    }

    /** Appends as it is and returns where it begins. */
    int exact(String text) {
        int start = out.length();
        out.append(text);
        sentenceStart = false;
        return start;
    }

    /** Begins a new sentence behind the ones before. */
    void space() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    void words(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                i += letter(text, i);
                sentenceStart = false;
            } else {
                mark(c);
            }
        }
    }

    private void mark(char c) {
        sentenceStart = c == '.' || c == '!' || c == '?' || (sentenceStart && c == ' ');
        boolean dropped = typing.bare() && (c == ',' || c == '.');
        if (!dropped) {
            out.append(c);
        }
    }

    /** Returns how many further letters a slip has used up. */
    private int letter(String text, int index) {
        char c = cased(text.charAt(index));
        untilTypo--;
        if (untilTypo != 0) {
            Lettering.append(out, typing.letters(), c);
            return 0;
        }
        untilTypo = nextTypo();
        boolean inner = index > 0 && Character.isLetter(text.charAt(index - 1));
        boolean follows = index + 1 < text.length() && Character.isLetter(text.charAt(index + 1));
        if (!inner || !follows) {
            Lettering.append(out, typing.letters(), c);
            return 0;
        }
        return slip(c, text.charAt(index + 1));
    }

    private int slip(char c, char following) {
        switch (dice.below(3)) {
            case 0 -> {
                // The letter is left out.
                return 0;
            }
            case 1 -> {
                Lettering.append(out, typing.letters(), c);
                Lettering.append(out, typing.letters(), c);
                return 0;
            }
            default -> {
                Lettering.append(out, typing.letters(), following);
                Lettering.append(out, typing.letters(), c);
                return 1;
            }
        }
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

    @Override
    public String toString() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        return out.substring(0, end);
    }
}
