package az.qalxan.engines.linking.series;

/**
 * Names in a story: two to four words with capitals, one after the other. They may be the
 * offender's alias, an invented company, a bank or a place; how many reports share them tells which
 * of them are specific.
 */
final class StoryNames {

    private static final int WORDS_MIN = 2;
    private static final int WORDS_MAX = 4;
    private static final int NAMES_MAX = 6;

    private final String story;
    private final StoryWords words;

    StoryNames(String story, StoryWords words) {
        this.story = story;
        this.words = words;
    }

    void addTo(TraitList traits) {
        int names = 0;
        int from = 0;
        while (from < words.count() && names < NAMES_MAX) {
            int to = runEnd(from);
            int first = to - from > WORDS_MIN && beginsSentence(from) ? from + 1 : from;
            if (to - first >= WORDS_MIN && to - first <= WORDS_MAX) {
                traits.add(name(first, to));
                names++;
            }
            from = Math.max(to, from + 1);
        }
    }

    private int runEnd(int from) {
        int to = from;
        while (to < words.count() && isCapital(to) && (to == from || isNext(to))) {
            to++;
        }
        return to;
    }

    /** A capital and then small letters: a text all in capitals has no names. */
    private boolean isCapital(int word) {
        int start = words.start(word);
        return Character.isUpperCase(story.charAt(start))
                && words.end(word) > start + 1
                && Character.isLowerCase(story.charAt(start + 1));
    }

    private boolean isNext(int word) {
        int gap = words.end(word - 1);
        return words.start(word) == gap + 1 && story.charAt(gap) == ' ';
    }

    private boolean beginsSentence(int word) {
        int at = words.start(word) - 1;
        while (at >= 0 && Character.isWhitespace(story.charAt(at))) {
            at--;
        }
        return at < 0 || ".!?:;".indexOf(story.charAt(at)) >= 0;
    }

    private Trait name(int first, int to) {
        long key = Keys.of(TraitKind.ALIAS.code());
        for (int i = first; i < to; i++) {
            key = Keys.mix(key ^ words.hash(i));
        }
        int start = words.start(first);
        int end = words.end(to - 1);
        return new Trait(
                TraitKind.ALIAS, key, TraitReader.head(story.substring(start, end)), start, end);
    }
}
