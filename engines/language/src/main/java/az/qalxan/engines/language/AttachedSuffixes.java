package az.qalxan.engines.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The endings that Azerbaijani writes after an apostrophe or hyphen behind names and numbers. */
final class AttachedSuffixes {

    private static final int SUFFIX_CHARS_MAX = 14;
    private static final List<String> PLURALS = List.of("", "lAr");
    private static final List<String> OWNERS =
            List.of("", "I", "sI", "Im", "m", "In", "ImIz", "mIz", "InIz", "nIz");
    private static final List<String> CASES =
            List.of(
                    "", "In", "nIn", "I", "nI", "A", "yA", "nA", "dA", "ndA", "dAn", "ndAn", "lA",
                    "ylA", "dAkI", "ndAkI", "dIr", "dAdIr");
    private static final List<String> ORDINALS = List.of("cI", "ncI", "IncI", "cA", "lIq", "lI");

    private static final Set<String> SPELLINGS = spellings();

    private AttachedSuffixes() {}

    /** Whether the range of the text is exactly one of the endings, in any case or diacritics. */
    static boolean contains(String text, int start, int end) {
        if (end <= start || end - start > SUFFIX_CHARS_MAX) {
            return false;
        }
        StringBuilder folded = new StringBuilder();
        Folding.foldTo(folded, text, start, end);
        return SPELLINGS.contains(folded.toString());
    }

    private static Set<String> spellings() {
        Set<String> spellings = new HashSet<>();
        for (String plural : PLURALS) {
            for (String owner : OWNERS) {
                for (String ending : CASES) {
                    spellings.addAll(SuffixTemplate.spellings(plural + owner + ending));
                }
            }
        }
        ORDINALS.forEach(ordinal -> spellings.addAll(SuffixTemplate.spellings(ordinal)));
        spellings.remove("");
        return Set.copyOf(spellings);
    }
}
