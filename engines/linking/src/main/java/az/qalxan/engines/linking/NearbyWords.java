package az.qalxan.engines.linking;

import java.util.ArrayList;
import java.util.List;

/** The words beside a place in the text, in lower case and without Azerbaijani diacritics. */
final class NearbyWords {

    private static final int WINDOW_CHARS = 48;
    private static final int WORDS_MAX = 5;

    private NearbyWords() {}

    /** Nearest first; what begins with a digit is left out. */
    static List<String> before(FoldedText text, int index) {
        List<String> words = new ArrayList<>(WORDS_MAX);
        int limit = Math.max(0, index - WINDOW_CHARS);
        int end = index;
        while (end > limit && words.size() < WORDS_MAX) {
            if (text.at(end - 1) == '\n') {
                break;
            }
            int start = end;
            while (start > limit && isWordPart(text.at(start - 1))) {
                start--;
            }
            if (start < end) {
                if (!FoldedText.isDigit(text.at(start))) {
                    words.add(fold(text, start, end));
                }
                end = start;
            } else {
                end--;
            }
        }
        return words;
    }

    /** Nearest first; ends with the sentence. */
    static List<String> after(FoldedText text, int index) {
        List<String> words = new ArrayList<>(WORDS_MAX);
        int limit = Math.min(text.length(), index + WINDOW_CHARS);
        int start = index;
        while (start < limit && words.size() < WORDS_MAX) {
            if (isSentenceEnd(text, start)) {
                break;
            }
            int end = start;
            while (end < limit && isWordPart(text.at(end))) {
                end++;
            }
            if (end > start) {
                words.add(fold(text, start, end));
            }
            start = Math.max(end, start + 1);
        }
        return words;
    }

    private static boolean isSentenceEnd(FoldedText text, int index) {
        char c = text.at(index);
        return c == '\n' || c == '!' || c == '?' || (c == '.' && !text.isLetterAt(index + 1));
    }

    private static boolean isWordPart(char c) {
        return FoldedText.isLetter(c) || FoldedText.isDigit(c) || c == '№' || c == '#';
    }

    private static String fold(FoldedText text, int start, int end) {
        StringBuilder word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            word.append(fold(text.at(i)));
        }
        return word.toString();
    }

    static char fold(char c) {
        return switch (c) {
            case 'ə', 'Ə' -> 'e';
            case 'ı', 'İ', 'I' -> 'i';
            case 'ö', 'Ö' -> 'o';
            case 'ü', 'Ü' -> 'u';
            case 'ş', 'Ş' -> 's';
            case 'ç', 'Ç' -> 'c';
            case 'ğ', 'Ğ' -> 'g';
            case 'ё', 'Ё' -> 'е';
            default -> Character.toLowerCase(c);
        };
    }
}
