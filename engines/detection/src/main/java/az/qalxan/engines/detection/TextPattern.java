package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SigmaText.Part;
import java.util.List;

/** Whether a whole text is what a rule's text with wildcards describes. */
final class TextPattern {

    /** Stands for {@code *} and {@code ?}; a rule's own characters are kept apart by their mark. */
    private final char[] chars;

    private final byte[] marks;
    private final boolean cased;

    private static final byte PLAIN = 0;
    private static final byte ONE = 1;
    private static final byte MANY = 2;

    TextPattern(SigmaText text, boolean cased) {
        this.cased = cased;
        int length = 0;
        for (Part part : text.parts()) {
            length += part instanceof Part.Plain plain ? plain.text().length() : 1;
        }
        chars = new char[length];
        marks = new byte[length];
        fill(text.parts());
    }

    private void fill(List<Part> parts) {
        int at = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Plain plain -> {
                    String text = cased ? plain.text() : Folding.fold(plain.text());
                    text.getChars(0, text.length(), chars, at);
                    at += text.length();
                }
                case Part.One _ -> marks[at++] = ONE;
                case Part.Many _ -> marks[at++] = MANY;
            }
        }
    }

    /**
     * Walks both at once and goes back to the last {@code *} only, so that the time is at most the
     * product of both lengths.
     */
    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < chars.length && marks[at] == MANY) {
                star = at++;
                resume = in;
            } else if (at < chars.length && fits(at, text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < chars.length && marks[at] == MANY) {
            at++;
        }
        return at == chars.length;
    }

    private boolean fits(int at, char c) {
        return marks[at] == ONE
                || (marks[at] == PLAIN && chars[at] == (cased ? c : Folding.fold(c)));
    }

    /**
     * Where the pattern's plain text stands in a text that it matches: from the first of it to the
     * end of the last.
     */
    Span span(String text) {
        int first = 0;
        while (first < marks.length && marks[first] == MANY) {
            first++;
        }
        int last = marks.length;
        while (last > first && marks[last - 1] == MANY) {
            last--;
        }
        if (first == last) {
            return new Span(0, text.length());
        }
        boolean openStart = first > 0;
        boolean openEnd = last < marks.length;
        for (int i = first; i < last; i++) {
            if (marks[i] == MANY) {
                return new Span(0, text.length());
            }
        }
        int length = last - first;
        int from = openStart && !openEnd ? text.length() - length : 0;
        int until = openStart && openEnd ? text.length() - length : from;
        for (int start = from; start <= until; start++) {
            if (stands(first, length, text, start)) {
                return new Span(start, start + length);
            }
        }
        return new Span(0, text.length());
    }

    private boolean stands(int first, int length, String text, int start) {
        for (int i = 0; i < length; i++) {
            if (!fits(first + i, text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }
}
