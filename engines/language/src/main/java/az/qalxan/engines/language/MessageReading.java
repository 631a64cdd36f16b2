package az.qalxan.engines.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the beginning of a message: the n-grams of its words and which letters it is typed in.
 *
 * <p>Case, punctuation, numbers, links, addresses and account names do not count. Letters of the
 * other alphabet that only look right are exchanged where a word mixes two alphabets.
 */
final class MessageReading {

    /** Longest part of a message that is read, in UTF-16 units. */
    static final int CHARS_MAX = 4_000;

    private static final int WORD_LETTERS_MAX = 40;
    private static final String LATIN_LOOKS = "aeopcxyəhij";
    private static final String CYRILLIC_LOOKS = "аеорсхуәһіј";
    private static final Set<String> SITE_ENDINGS =
            Set.of(
                    "az", "com", "net", "org", "info", "ru", "tr", "biz", "me", "top", "site",
                    "online", "xyz", "shop", "club", "live", "link", "app", "io", "de", "uk", "eu",
                    "example", "test", "invalid");

    private final String text;
    private final Rows rows;
    private final char[] word = new char[WORD_LETTERS_MAX + 2];
    private int latin;
    private int cyrillic;
    private int foreign;
    private int ownLetters;
    private int digraphs;

    private MessageReading(String text, Rows rows) {
        this.text = text;
        this.rows = rows;
    }

    /** Reads a message; its n-grams are added to {@code rows}. */
    static MessageReading of(String message, Rows rows) {
        MessageReading reading = new MessageReading(plain(message), rows);
        reading.read();
        return reading;
    }

    /** Letters of any script. */
    int letters() {
        return latin + cyrillic + foreign;
    }

    /** Letters that are neither Latin nor Cyrillic. */
    int foreign() {
        return foreign;
    }

    boolean mostlyCyrillic() {
        return cyrillic > latin;
    }

    /** How Azerbaijani or Turkish with these letters was typed. */
    Typed typed() {
        if (mostlyCyrillic()) {
            return Typed.CYRILLIC;
        }
        if (ownLetters * LetterTable.LETTERS_FOR_OWN >= latin) {
            return Typed.NATIVE;
        }
        return digraphs > 0 ? Typed.DIGRAPH : Typed.ASCII;
    }

    private static String plain(String message) {
        String head = message.length() <= CHARS_MAX ? message : message.substring(0, CHARS_MAX);
        for (int i = 0; i < head.length(); i++) {
            if (LetterTable.needsComposing(head.charAt(i))) {
                return Normalizer.normalize(head, Normalizer.Form.NFKC);
            }
        }
        return head;
    }

    private void read() {
        int start = 0;
        int length = Math.min(text.length(), CHARS_MAX);
        while (start < length) {
            int end = start;
            while (end < length && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > start && !isAddress(start, end)) {
                readWords(start, end);
            }
            start = end + 1;
        }
    }

    private void readWords(int start, int end) {
        int next = start;
        while (next < end) {
            int runEnd = next;
            boolean digit = false;
            while (runEnd < end && Character.isLetterOrDigit(text.charAt(runEnd))
                    || runEnd < end && text.charAt(runEnd) == LetterTable.DOT_ABOVE) {
                digit |= Character.isDigit(text.charAt(runEnd));
                runEnd++;
            }
            if (runEnd > next && !digit) {
                readWord(next, runEnd);
            }
            next = runEnd + 1;
        }
    }

    private void readWord(int start, int end) {
        word[0] = ' ';
        int length = 1;
        int inLatin = 0;
        int inCyrillic = 0;
        for (int i = start; i < end && length <= WORD_LETTERS_MAX; i++) {
            char letter = LetterTable.plain(text.charAt(i));
            boolean thrice = length > 2 && letter == word[length - 1] && letter == word[length - 2];
            if (letter == LetterTable.DROPPED || thrice) {
                continue;
            }
            word[length] = letter;
            length++;
            inLatin += LetterTable.isLatin(letter) ? 1 : 0;
            inCyrillic += LetterTable.isCyrillic(letter) ? 1 : 0;
            ownLetters += LetterTable.isOwn(text.charAt(i)) ? 1 : 0;
        }
        int letters = length - 1;
        if (inLatin > 0 && inCyrillic > 0) {
            exchange(length, inLatin >= inCyrillic);
            inLatin = inLatin >= inCyrillic ? letters : 0;
            inCyrillic = letters - inLatin;
        }
        latin += inLatin;
        cyrillic += inCyrillic;
        foreign += Math.max(0, letters - inLatin - inCyrillic);
        digraphs += digraphs(length);
        word[length] = ' ';
        if (letters > 0 && inLatin + inCyrillic == letters) {
            rows.addWord(word, length + 1);
        }
    }

    private void exchange(int length, boolean toLatin) {
        String from = toLatin ? CYRILLIC_LOOKS : LATIN_LOOKS;
        String to = toLatin ? LATIN_LOOKS : CYRILLIC_LOOKS;
        for (int i = 1; i < length; i++) {
            int look = from.indexOf(word[i]);
            word[i] = look < 0 ? word[i] : to.charAt(look);
        }
    }

    private int digraphs(int length) {
        int found = 0;
        for (int i = 2; i < length; i++) {
            found += word[i] == 'h' && (word[i - 1] == 's' || word[i - 1] == 'c') ? 1 : 0;
        }
        return found;
    }

    /** Whether the piece of text is a link, a mail address or an account name. */
    private boolean isAddress(int start, int end) {
        int dot = -1;
        boolean path = false;
        for (int i = start; i < end; i++) {
            char sign = text.charAt(i);
            if (sign == '@' || (sign == ':' && text.startsWith("//", i + 1))) {
                return true;
            }
            boolean inside = i > start && i + 1 < end;
            path |= sign == '/' && dot >= 0;
            if (sign == '.' && inside && !path && isDotInside(i)) {
                dot = i;
            }
        }
        return dot >= 0 && (text.startsWith("www.", start) || endsAsSite(dot + 1, end));
    }

    private boolean isDotInside(int dot) {
        return isLetterOrDigit(dot - 1) && isLetterOrDigit(dot + 1);
    }

    private boolean endsAsSite(int start, int end) {
        int stop = start;
        while (stop < end && isLetterOrDigit(stop)) {
            stop++;
        }
        return SITE_ENDINGS.contains(text.substring(start, stop).toLowerCase(Locale.ROOT));
    }

    private boolean isLetterOrDigit(int index) {
        return Character.isLetterOrDigit(text.charAt(index));
    }
}
