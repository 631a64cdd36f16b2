package az.qalxan.engines.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of an image's segments: E01 to E99, EAA to EZZ, FAA to ZZZ, in the case of the first.
 */
record SegmentNames(String stem, char letter) {

    /** As many as the names allow for. */
    static final int SEGMENTS_MAX = 99 + 22 * 26 * 26;

    private static final Pattern FIRST = Pattern.compile("(.*\\.)([EeSs])01");

    /** From the name of the first one. */
    static Optional<SegmentNames> of(String first) {
        Matcher name = FIRST.matcher(first);
        return name.matches()
                ? Optional.of(new SegmentNames(name.group(1), name.group(2).charAt(0)))
                : Optional.empty();
    }

    /** The name of a segment, counted from 1; empty where names are used up. */
    Optional<String> name(int number) {
        if (number <= 99) {
            return Optional.of(stem + letter + "%02d".formatted(number));
        }
        int rest = number - 100;
        char top = (char) (letter + rest / (26 * 26));
        char a = Character.isLowerCase(letter) ? 'a' : 'A';
        if (top > a + 25) {
            return Optional.empty();
        }
        return Optional.of(stem + top + (char) (a + rest / 26 % 26) + (char) (a + rest % 26));
    }
}
