package az.qalxan.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name somebody signs in with, folded so that {@code Əli.Məmmədov} and {@code eli.memmedov} are
 * one: lower case, ASCII, 2 to 60 letters, digits, dots, hyphens and underscores.
 */
public record UserName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int TYPED_CHARS_MAX = 200;

    /** Letters that no decomposition turns into ASCII. */
    private static final Map<Character, Character> LETTERS = Map.of('ə', 'e', 'ı', 'i');

    /**
     * @throws IllegalArgumentException unless the folded text has the form above
     */
    public UserName {
        value = fold(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user name: 2 to 60 of a-z 0-9 . - _");
        }
    }

    /** Whether the text can be a user name. */
    static boolean fits(String typed) {
        return FORM.matcher(fold(typed)).matches();
    }

    private static String fold(String typed) {
        String bounded = typed.substring(0, Math.min(typed.length(), TYPED_CHARS_MAX)).strip();
        String lower = bounded.toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder folded = new StringBuilder();
        for (char letter : bare.toCharArray()) {
            folded.append(LETTERS.getOrDefault(letter, letter).charValue());
        }
        return folded.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
