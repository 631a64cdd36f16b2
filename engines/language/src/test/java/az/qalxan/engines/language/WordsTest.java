package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void suffixesOfAcronymsNumbersAndNamesAreKeptApart() {
        assertThat(Words.of("DİN-in 2023-cü Kapital Bank'ın, SMS-lər"))
                .containsExactly(
                        new Word("DİN", "in", 0, 6),
                        new Word("2023", "cü", 7, 14),
                        new Word("Kapital", "", 15, 22),
                        new Word("Bank", "ın", 23, 30),
                        new Word("SMS", "lər", 32, 39));
    }

    @Test
    void anyOtherApostropheBelongsToTheWord() {
        assertThat(bases("mə'lumat don’t e’lan")).containsExactly("məlumat", "dont", "elan");
    }

    @Test
    void anyOtherHyphenSeparatesWords() {
        assertThat(bases("onlayn-bank gec-tez 12-34"))
                .containsExactly("onlayn", "bank", "gec", "tez", "12", "34");
    }

    @Test
    void invisibleCharactersDoNotSplitWords() {
        assertThat(Words.of("pu\u200Bl!").getFirst().end()).isEqualTo(4);
    }

    @Test
    void longRunsAreCutToOneBoundedWord() {
        List<Word> words = Words.of("a".repeat(100_000) + " b");
        assertThat(words).hasSize(2);
        assertThat(words.getFirst().base()).hasSize(Words.WORD_CHARS_MAX);
        assertThat(words.getFirst().end()).isEqualTo(100_000);
    }

    @Test
    void cutNeverSplitsASurrogatePair() {
        Word word = Words.of("a" + "𐐷".repeat(100)).getFirst();
        assertThat(word.base()).hasSize(Words.WORD_CHARS_MAX - 1);
        assertThat(word.base().codePoints()).noneMatch(p -> p >= 0xD800 && p <= 0xDFFF);
    }

    @Test
    void textWithoutLettersHasNoWords() {
        assertThat(Words.of("— … ' - !? \uD800")).isEmpty();
    }

    private static List<String> bases(String text) {
        return Words.of(text).stream().map(Word::base).toList();
    }
}
