package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictionaryOrderTest {

    private static final String ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz";

    @Test
    void theLettersStandAsInTheAlphabet() {
        List<String> letters = new ArrayList<>();
        ALPHABET.chars().forEach(letter -> letters.add(String.valueOf((char) letter)));
        assertThat(shuffled(letters)).isEqualTo(letters);
        List<String> words = letters.stream().map(one -> "k" + one + "ra").toList();
        assertThat(shuffled(words)).isEqualTo(words);
        List<String> capitals =
                letters.stream()
                        .map(one -> one.equals("i") ? "İ" : one.equals("ı") ? "I" : upper(one))
                        .toList();
        assertThat(shuffled(capitals)).isEqualTo(capitals);
    }

    @Test
    void bodiesStandWhereAReaderLooksForThem() {
        assertThat(shuffled(List.of("ASİ", "ASK", "AŞ", "DTX", "ETN", "ƏN", "XRİTDX", "İN", "MB")))
                .containsExactly("ASİ", "ASK", "AŞ", "DTX", "ETN", "ƏN", "XRİTDX", "İN", "MB");
    }

    private static String upper(String letter) {
        return letter.toUpperCase(java.util.Locale.ROOT);
    }

    private static List<String> shuffled(List<String> texts) {
        long seed = new Random().nextLong();
        List<String> mixed = new ArrayList<>(texts);
        Collections.shuffle(mixed, new Random(seed));
        mixed.sort(DictionaryOrder.AZERBAIJANI);
        return mixed;
    }
}
