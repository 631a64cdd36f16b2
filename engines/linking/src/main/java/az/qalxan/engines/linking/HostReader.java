package az.qalxan.engines.linking;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a host name and leaves the case ending or the next sentence that hangs on it. */
final class HostReader {

    static final int HOST_CHARS_MAX = 253;

    private static final int LABEL_CHARS_MAX = 63;

    /** Endings on which people glue a case ending without any mark: {@code bank.azdan}. */
    private static final Set<String> GLUED_ENDINGS = Set.of("az", "com", "net", "org", "ru", "tr");

    private HostReader() {}

    /** The host that begins at {@code start}; prefers the longest reading with a known ending. */
    static Optional<Host> read(FoldedText text, int start) {
        int end = runEnd(text, start);
        Optional<Host> longest = host(text, start, end);
        if (longest.isPresent() && longest.get().registrable()) {
            return longest;
        }
        int lastDot = lastDot(text, start, end);
        Optional<Host> shorter = shortened(text, start, lastDot, end);
        return shorter.isPresent() ? shorter : longest;
    }

    private static Optional<Host> shortened(FoldedText text, int start, int lastDot, int end) {
        if (lastDot < 0) {
            return Optional.empty();
        }
        for (int i = lastDot + 2; i < end; i++) {
            boolean hyphen = text.at(i) == '-';
            boolean glued =
                    CaseEndings.isEndingAt(text, i)
                            && GLUED_ENDINGS.contains(lower(text.substring(lastDot + 1, i)));
            if (hyphen || glued) {
                return host(text, start, i).filter(Host::registrable);
            }
        }
        char next = text.at(lastDot + 1);
        boolean sentence = Character.isUpperCase(next) || next > 0x7F;
        return sentence ? host(text, start, lastDot).filter(Host::registrable) : Optional.empty();
    }

    /** End of the labels and dots; stops before a dot that ends a sentence. */
    private static int runEnd(FoldedText text, int start) {
        int end = start;
        int limit = Math.min(text.length(), start + HOST_CHARS_MAX);
        while (end < limit && (isLabelPart(text.at(end)) || isInnerDot(text, start, end))) {
            end++;
        }
        while (end > start && text.at(end - 1) == '-') {
            end--;
        }
        return end;
    }

    private static boolean isInnerDot(FoldedText text, int start, int index) {
        return text.at(index) == '.'
                && index > start
                && text.at(index - 1) != '.'
                && isLabelStart(text.at(index + 1))
                && !isSentenceStart(text, start, index + 1);
    }

    /** A capital after a dot while the word before has small letters: two sentences. */
    private static boolean isSentenceStart(FoldedText text, int start, int index) {
        if (!Character.isUpperCase(text.at(index)) || !Character.isLowerCase(text.at(index + 1))) {
            return false;
        }
        boolean capitalised = Character.isUpperCase(text.at(start));
        return !capitalised || !isTitleEnding(text, index);
    }

    /** Telephones write Kapital.Com at the beginning of a message. */
    private static boolean isTitleEnding(FoldedText text, int index) {
        int end = index;
        while (isLabelPart(text.at(end)) && end - index < 4) {
            end++;
        }
        return switch (text.substring(index, end)) {
            case "Com", "Net", "Org", "Ru" -> true;
            default -> false;
        };
    }

    private static int lastDot(FoldedText text, int start, int end) {
        for (int i = end - 1; i > start; i--) {
            if (text.at(i) == '.') {
                return i;
            }
        }
        return -1;
    }

    static boolean isLabelPart(char c) {
        return isLabelStart(c) || c == '-';
    }

    static boolean isLabelStart(char c) {
        return FoldedText.isDigit(c) || FoldedText.isLetter(c);
    }

    private static Optional<Host> host(FoldedText text, int start, int end) {
        // No ending has one letter: initials and abbreviations are told apart cheaply.
        if (text.at(end - 2) == '.') {
            return Optional.empty();
        }
        return asciiName(text.substring(start, end))
                .map(name -> new Host(name, end, PublicSuffixes.isRegistrable(name)));
    }

    /** Lower-case ASCII form (RFC 3490), if every label has an allowed shape. */
    private static Optional<String> asciiName(String written) {
        String name = lower(written);
        if (!isAscii(name)) {
            try {
                name = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException notAName) {
                return Optional.empty();
            }
        }
        return hasShape(name) ? Optional.of(name) : Optional.empty();
    }

    /** Domain names know no dotted or dotless capital: both fold to the plain letter. */
    private static String lower(String name) {
        return name.replace('İ', 'i').toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static boolean hasShape(String name) {
        if (name.isEmpty() || name.length() > HOST_CHARS_MAX) {
            return false;
        }
        int labelStart = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '.';
            if (c == '.') {
                boolean edges =
                        i > labelStart
                                && name.charAt(labelStart) != '-'
                                && name.charAt(i - 1) != '-';
                if (!edges || i - labelStart > LABEL_CHARS_MAX) {
                    return false;
                }
                labelStart = i + 1;
            } else if (!FoldedText.isAlphanumeric(c) && c != '-') {
                return false;
            }
        }
        return true;
    }
}
