package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties that hold for every text, checked on texts from a seeded generator. */
class AnyTextTest {

    private static final long SEED = 20_261_123L;
    private static final int TEXTS = 5_000;
    private static final int CHARS_MAX = 80;
    private static final String COMMON =
            "aəeıioöuüqğkgyşçsnmldrtbAƏIİÖÜŞÇĞ'’- \u0307\u200B\u202Eёйия0129";

    private final RandomGenerator random = new Random(SEED);

    @Test
    void foldingIsIdempotent() {
        texts().forEach(text -> {
            String once = Folding.fold(text);
            assertThat(Folding.fold(once)).as(() -> seeded(text)).isEqualTo(once);
        });
    }

    @Test
    void keysHoldOnlyLowerCaseLettersAndDigits() {
        texts().flatMap(text -> SearchText.keys(text).stream())
                .forEach(key -> assertThat(isKey(key)).as(() -> seeded(key)).isTrue());
    }

    @Test
    void keysOfTheSameTextAreTheSame() {
        texts().forEach(text ->
                assertThat(SearchText.keys(text))
                        .as(() -> seeded(text))
                        .isEqualTo(SearchText.keys(text)));
    }

    @Test
    void firstKeyDoesNotDependOnDiacritics() {
        azerbaijaniWords()
                .forEach(word ->
                        assertThat(SearchText.keys(Folding.fold(word)).getFirst())
                                .as(() -> seeded(word))
                                .isEqualTo(SearchText.keys(word).getFirst()));
    }

    @Test
    void wordsLieInOrderInsideTheText() {
        texts().forEach(text -> {
            int end = 0;
            for (Word word : Words.of(text)) {
                assertThat(word.start()).as(() -> seeded(text)).isGreaterThanOrEqualTo(end);
                end = word.end();
            }
            assertThat(end).as(() -> seeded(text)).isLessThanOrEqualTo(text.length());
        });
    }

    private static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= SearchText.KEY_CHARS_MAX
                && key.codePoints()
                        .allMatch(p -> Character.isLetterOrDigit(p) && !Character.isUpperCase(p));
    }

    private static String seeded(String text) {
        return "seed %d, text %s"
                .formatted(
                        SEED,
                        text.chars().mapToObj("%04X"::formatted).collect(Collectors.joining(" ")));
    }

    private Stream<String> texts() {
        return Stream.generate(this::text).limit(TEXTS);
    }

    private Stream<String> azerbaijaniWords() {
        return Stream.generate(() -> letters("aəeıioöuüqğkgyşçsnmldrtbvzxcjhpf")).limit(TEXTS);
    }

    private String letters(String alphabet) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(24);
        while (word.length() < length) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    /** Half common characters, half any 16-bit unit, lone surrogates included. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(CHARS_MAX);
        boolean wild = random.nextBoolean();
        while (text.length() < length) {
            boolean any = wild && random.nextBoolean();
            text.append(
                    any
                            ? (char) random.nextInt(1 << 16)
                            : COMMON.charAt(random.nextInt(COMMON.length())));
        }
        return text.toString();
    }
}
