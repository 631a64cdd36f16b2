package az.qalxan.engines.language;

import java.util.List;

/** Makes the keys of the words of one message. */
final class WordKeys {

    private static final KeyMemory MEMORY = new KeyMemory();
    private static final int SPELLINGS_MAX = 5;

    private final AzerbaijaniStemmer stemmer = new AzerbaijaniStemmer();
    private final MessageTyping typing;

    WordKeys(MessageTyping typing) {
        this.typing = typing;
    }

    /** The key of the word as it stands there. */
    String key(String word) {
        return MEMORY.key(word, base -> make(Folding.fold(base)));
    }

    /** Adds the other keys that an Azerbaijani reading of borrowed letters gives. */
    void addOthers(String word, String key, List<String> keys) {
        char first = key.charAt(0);
        if (first >= 0x0400 && first <= 0x052F) {
            if (typing.mayBeAzerbaijani()) {
                CyrillicAzerbaijani.latin(Folding.fold(word))
                        .forEach(latin -> addNew(key(latin), keys));
            }
        } else if (hasDigraph(word) && typing.mayBeAzerbaijani()) {
            String folded = Folding.fold(word);
            addNew(key(folded.replace("sh", "s").replace("ch", "c")), keys);
        }
    }

    private static boolean hasDigraph(String word) {
        for (int i = 1; i < word.length(); i++) {
            if ((word.charAt(i) | 0x20) == 'h') {
                int before = word.charAt(i - 1) | 0x20;
                if (before == 's' || before == 'c') {
                    return true;
                }
            }
        }
        return false;
    }

    private static void addNew(String key, List<String> keys) {
        int from = Math.max(0, keys.size() - SPELLINGS_MAX);
        if (!key.isEmpty() && !keys.subList(from, keys.size()).contains(key)) {
            keys.add(key);
        }
    }

    private String make(String folded) {
        return switch (Script.of(folded)) {
            case LATIN -> stemmer.key(cut(folded));
            case CYRILLIC -> RussianStemmer.key(cut(folded));
            case OTHER -> ofMixed(folded);
        };
    }

    /** A Latin word with Cyrillic letters of the same look is the Latin word. */
    private String ofMixed(String folded) {
        String latin = LookAlikes.latin(folded);
        return Script.of(latin) == Script.LATIN
                ? stemmer.key(cut(latin))
                : cut(lettersAndDigits(folded));
    }

    private static String lettersAndDigits(String folded) {
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String cut(String key) {
        if (key.length() <= SearchText.KEY_CHARS_MAX) {
            return key;
        }
        boolean splitsPair = Character.isHighSurrogate(key.charAt(SearchText.KEY_CHARS_MAX - 1));
        return key.substring(0, SearchText.KEY_CHARS_MAX - (splitsPair ? 1 : 0));
    }
}
