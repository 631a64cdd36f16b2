package az.qalxan.engines.language;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages without sense in the words of a language, typed in every way, to learn from. */
final class PracticeMessages {

    private static final List<String> OTHER_LATIN =
            List.of(
                    "de", "fr", "es", "it", "nl", "pl", "ro", "hu", "sv", "fi", "sq", "hr", "et",
                    "tl", "so");
    private static final List<String> OTHER_CYRILLIC = List.of("uk", "be", "bg", "sr", "kk");
    private static final double NEW_WORD = 0.8;
    private static final int NEW_WORD_TRIES = 20;
    private static final double ENGLISH_WORD = 0.04;

    /** How much rarer a rare typing is in one or two words than in a sentence. */
    private static final double RARE_AND_SHORT = 0.25;

    private final RandomGenerator random;
    private final Map<String, PseudoWords> words;
    private final Set<String> seen = new HashSet<>();

    /** A message and what it is. */
    record Practice(String text, Tongue tongue) {}

    private record Manner(
            String language, Tongue tongue, boolean rare, Function<String, String> typing) {}

    PracticeMessages(RandomGenerator random) {
        this.random = random;
        this.words =
                Stream.of(List.of("az", "tr", "ru", "en"), OTHER_LATIN, OTHER_CYRILLIC)
                        .flatMap(List::stream)
                        .parallel()
                        .collect(
                                Collectors.toConcurrentMap(
                                        one -> one, one -> new PseudoWords(LinguaCounts.of(one))));
    }

    Practice next() {
        while (true) {
            Manner manner = manner();
            int length = length();
            if (length > 2 || !manner.rare() || random.nextDouble() < RARE_AND_SHORT) {
                return new Practice(manner.typing().apply(text(manner, length)), manner.tongue());
            }
        }
    }

    private int length() {
        double lot = random.nextDouble();
        if (lot < 0.5) {
            return lot < 0.3 ? 1 : 2;
        }
        return lot < 0.8 ? 3 + random.nextInt(5) : 8 + random.nextInt(8);
    }

    private Manner manner() {
        double lot = random.nextDouble();
        if (lot < 0.34) {
            return azerbaijani(random.nextDouble());
        }
        if (lot < 0.57) {
            boolean plain = random.nextDouble() < 0.35;
            return new Manner(
                    "tr", Tongue.TURKISH, false, plain ? Typist::ascii : Function.identity());
        }
        if (lot < 0.70) {
            return russian(random.nextDouble());
        }
        if (lot < 0.85) {
            return new Manner("en", Tongue.ENGLISH, false, Function.identity());
        }
        return other(lot < 0.95);
    }

    private Manner azerbaijani(double lot) {
        if (lot < 0.78) {
            return new Manner(
                    "az",
                    Tongue.AZERBAIJANI,
                    false,
                    lot < 0.38 ? Function.identity() : Typist::ascii);
        }
        if (lot < 0.86) {
            return new Manner("az", Tongue.AZERBAIJANI, true, Typist::digraphs);
        }
        return new Manner(
                "az",
                Tongue.AZERBAIJANI_CYRILLIC,
                true,
                lot < 0.92 ? Typist::cyrillic : text -> Typist.russianKeys(text, random));
    }

    private static Manner russian(double lot) {
        return lot < 0.93
                ? new Manner("ru", Tongue.RUSSIAN, false, Function.identity())
                : new Manner("ru", Tongue.RUSSIAN_IN_LATIN, true, Typist::transliterated);
    }

    private Manner other(boolean latin) {
        List<String> all = latin ? OTHER_LATIN : OTHER_CYRILLIC;
        Tongue tongue = latin ? Tongue.OTHER_LATIN : Tongue.OTHER_CYRILLIC;
        String language = all.get(random.nextInt(all.size()));
        return new Manner(language, tongue, true, Function.identity());
    }

    private String text(Manner manner, int length) {
        StringBuilder text = new StringBuilder();
        boolean mixes = length > 3 && manner.tongue().language() == Language.AZ;
        for (int i = 0; i < length; i++) {
            boolean english = mixes && random.nextDouble() < ENGLISH_WORD;
            String language = english ? "en" : manner.language();
            text.append(length > 2 ? word(language) : newWord(language)).append(' ');
        }
        return text.toString();
    }

    /** Short messages are mostly of words not met before, so that rare words are learnt too. */
    private String newWord(String language) {
        String word = word(language);
        if (random.nextDouble() < NEW_WORD) {
            for (int i = 0; i < NEW_WORD_TRIES && !isNew(language, word); i++) {
                word = word(language);
            }
        }
        return word;
    }

    private boolean isNew(String language, String word) {
        return word.length() > 2 && seen.add(language + word);
    }

    private String word(String language) {
        return Objects.requireNonNull(words.get(language), language).next(random);
    }
}
