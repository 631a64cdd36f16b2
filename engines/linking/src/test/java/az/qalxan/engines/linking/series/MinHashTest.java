package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MinHashTest {

    /** Places agree as often as the sets of shingles do; 128 places err by 4 points on average. */
    @Test
    void agreementEstimatesTheLikenessOfTheSets() {
        long seed = System.nanoTime();
        System.out.println("MinHashTest: seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        MinHash hash = new MinHash();
        double error = 0;
        int pairs = 300;
        for (int i = 0; i < pairs; i++) {
            List<String> words = words(random, 60);
            List<String> others = new ArrayList<>(words.subList(0, random.nextInt(60)));
            others.addAll(words(random, 60 - others.size()));
            double exact = likeness(shingles(words), shingles(others));
            double found =
                    MinHash.agreement(
                            hash.of(String.join(" ", words)), hash.of(String.join(" ", others)));
            assertThat(found).isCloseTo(exact, Offset.offset(0.3));
            error += found - exact;
        }
        assertThat(error / pairs).as("no bias").isCloseTo(0, Offset.offset(0.02));
    }

    @Test
    void typingDoesNotMatter() {
        MinHash hash = new MinHash();
        assertThat(hash.of("Şəxsi hesabımdan pul çıxdı, kömək edin"))
                .isEqualTo(hash.of("sexsi hesabimdan pul cixdi komek edin"))
                .isEqualTo(hash.of("ШӘХСИ ҺЕСАБЫМДАН ПУЛ ЧЫХДЫ, КӨМӘК ЕДИН"));
    }

    @Test
    void oneInstanceSignsManyTexts() {
        MinHash hash = new MinHash();
        int[] first = hash.of("bir iki üç dörd");
        hash.of("tamam başqa mətn ".repeat(300));
        assertThat(hash.of("bir iki üç dörd")).isEqualTo(first);
        assertThat(hash.of("")).containsOnly(Integer.MAX_VALUE).hasSize(128);
    }

    /** Words that folding does not change. */
    private static List<String> words(SplittableRandom random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 2 + random.nextInt(2); syllable > 0; syllable--) {
                word.append("bdfgmnprstvz".charAt(random.nextInt(12)));
                word.append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(word.toString());
        }
        return words;
    }

    private static Set<String> shingles(List<String> words) {
        Set<String> all = new HashSet<>();
        String text = String.join(" ", words) + " ";
        for (int i = 0; i + 5 <= text.length(); i++) {
            all.add(text.substring(i, i + 5));
        }
        for (int i = 0; i + 3 <= words.size(); i++) {
            all.add(String.join("|", words.subList(i, i + 3)));
        }
        return all;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return (double) shared / (one.size() + other.size() - shared);
    }
}
