package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures the stemmer on our own lists.
 *
 * <p><b>Found</b>: the share of inflected forms whose key is the key of their dictionary form.
 * <b>Wrongly joined</b>: the share of all words of the lists (dictionary forms, inflected forms and
 * both words of each confusable pair) whose key is the key of some <em>other</em> dictionary form
 * or confusable word. <b>Pairs joined</b>: the share of confusable pairs with equal keys.
 */
class StemmingQualityTest {

    private static final double FOUND_MIN = 0.90;
    private static final double JOINED_MAX = 0.01;

    private final List<LemmaForms> dev = LemmaForms.read("az-forms-dev.tsv");
    private final List<LemmaForms> heldOut = LemmaForms.read("az-forms-heldout.tsv");
    private final List<List<String>> pairs = LemmaForms.rows("az-confusable-dev.tsv");
    private final List<List<String>> heldOutPairs = LemmaForms.rows("az-confusable-heldout.tsv");

    @Test
    void listsAreLargeEnough() {
        assertThat(dev.size() + heldOut.size()).isGreaterThanOrEqualTo(80);
        assertThat(words(dev).count() + words(heldOut).count()).isGreaterThanOrEqualTo(880);
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(150);
        assertThat(lemmas(dev)).doesNotContainAnyElementsOf(lemmas(heldOut));
    }

    @Test
    void formsAreFoundByTheirDictionaryForm() {
        assertThat(found("dev", dev, form -> form)).isGreaterThanOrEqualTo(FOUND_MIN);
        assertThat(found("held-out", heldOut, form -> form)).isGreaterThanOrEqualTo(FOUND_MIN);
    }

    @Test
    void formsTypedWithoutDiacriticsAreFoundByTheirDictionaryForm() {
        assertThat(found("dev, plain", dev, Folding::fold)).isGreaterThanOrEqualTo(FOUND_MIN);
        assertThat(found("held-out, plain", heldOut, Folding::fold))
                .isGreaterThanOrEqualTo(FOUND_MIN);
    }

    @Test
    void formsOfUnlistedRootsAreFoundToo() {
        List<LemmaForms> unlisted =
                heldOut.stream().filter(entry -> !isListed(Folding.fold(entry.lemma()))).toList();
        assertThat(unlisted).hasSizeGreaterThanOrEqualTo(10);
        assertThat(found("held-out, roots not in the list of roots", unlisted, form -> form))
                .isGreaterThanOrEqualTo(FOUND_MIN);
    }

    @Test
    void differentWordsAreNotJoined() {
        assertThat(joined("all", word -> word)).isLessThanOrEqualTo(JOINED_MAX);
        assertThat(joined("all, plain", Folding::fold)).isLessThanOrEqualTo(JOINED_MAX);
    }

    @Test
    void confusablePairsStayApart() {
        pairsJoined("dev", pairs);
        pairsJoined("held-out", heldOutPairs);
    }

    private static void pairsJoined(String name, List<List<String>> pairs) {
        List<List<String>> joined =
                pairs.stream().filter(p -> key(p.get(0)).equals(key(p.get(1)))).toList();
        double share = (double) joined.size() / pairs.size();
        System.out.printf(
                "pairs joined, %s: %.2f %% of %d %s%n", name, 100 * share, pairs.size(), joined);
        assertThat(share).isLessThanOrEqualTo(JOINED_MAX);
    }

    private static double found(String name, List<LemmaForms> list, UnaryOperator<String> typing) {
        List<String> lost = new ArrayList<>();
        int forms = 0;
        for (LemmaForms entry : list) {
            for (String form : entry.forms()) {
                forms++;
                String key = key(typing.apply(form));
                if (!key.equals(key(entry.lemma()))) {
                    lost.add(form + ">" + key + "≠" + key(entry.lemma()));
                }
            }
        }
        double share = (double) (forms - lost.size()) / forms;
        System.out.printf(
                "found, %s: %.2f %% of %d forms of %d lemmas; lost %s%n",
                name, 100 * share, forms, list.size(), lost);
        return share;
    }

    private double joined(String name, UnaryOperator<String> typing) {
        Map<String, Set<String>> lemmasByKey = new HashMap<>();
        Map<String, String> lemmaByWord = new HashMap<>();
        Stream.concat(pairs.stream(), heldOutPairs.stream())
                .forEach(pair -> pair.forEach(word -> lemmaByWord.put(word, word)));
        Stream.concat(dev.stream(), heldOut.stream())
                .forEach(
                        entry -> {
                            lemmaByWord.put(entry.lemma(), entry.lemma());
                            entry.forms().forEach(f -> lemmaByWord.putIfAbsent(f, entry.lemma()));
                        });
        Set<String> lemmas = new HashSet<>(lemmaByWord.values());
        lemmas.forEach(
                lemma -> lemmasByKey.computeIfAbsent(key(lemma), k -> new HashSet<>()).add(lemma));
        List<String> wrong =
                lemmaByWord.entrySet().stream()
                        .filter(
                                word ->
                                        isOther(
                                                lemmasByKey.getOrDefault(
                                                        key(typing.apply(word.getKey())), Set.of()),
                                                word.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        double share = (double) wrong.size() / lemmaByWord.size();
        System.out.printf(
                "wrongly joined, %s: %.2f %% of %d words of %d lemmas %s%n",
                name, 100 * share, lemmaByWord.size(), lemmas.size(), wrong);
        return share;
    }

    private static boolean isOther(Set<String> lemmasOfKey, String lemma) {
        return lemmasOfKey.stream().anyMatch(other -> !other.equals(lemma));
    }

    private static boolean isListed(String lemma) {
        return Roots.KNOWN.lists(lemma);
    }

    private static List<String> lemmas(List<LemmaForms> list) {
        return list.stream().map(LemmaForms::lemma).toList();
    }

    private static Stream<String> words(List<LemmaForms> list) {
        return list.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.lemma()), entry.forms().stream()));
    }

    private static String key(String word) {
        return SearchText.document(word);
    }
}
