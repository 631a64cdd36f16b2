package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * or confusable word; dictionary forms that differ in diacritics only count as one, because folding
 * joins them on purpose. <b>Pairs joined</b>: the share of confusable pairs with equal keys.
 */
class StemmingQualityTest {

    private static final double FOUND_MIN = 0.90;
    private static final double JOINED_MAX = 0.01;

    private final List<LemmaForms> dev = LemmaForms.read("az-forms-dev.tsv");
    private final List<LemmaForms> heldOut = LemmaForms.read("az-forms-heldout.tsv");
    private final Map<String, String> lemmaByWord = new LinkedHashMap<>();
    private final List<List<String>> pairs = LemmaForms.rows("az-confusable.tsv");

    @Test
    void listsAreLargeEnough() {
        assertThat(dev.size() + heldOut.size()).isGreaterThanOrEqualTo(120);
        assertThat(words(dev).count() + words(heldOut).count()).isGreaterThanOrEqualTo(1_200);
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(400);
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
        Set<String> all = lemmaByWord().keySet();
        assertThat(joined("all", all, word -> word)).isLessThanOrEqualTo(JOINED_MAX);
        assertThat(joined("all, plain", all, Folding::fold)).isLessThanOrEqualTo(JOINED_MAX);
        assertThat(joined("held-out forms", words(heldOut).toList(), word -> word))
                .isLessThanOrEqualTo(JOINED_MAX);
    }

    @Test
    void confusablePairsStayApart() {
        List<List<String>> joined =
                pairs.stream().filter(p -> key(p.get(0)).equals(key(p.get(1)))).toList();
        double share = (double) joined.size() / pairs.size();
        System.out.printf("pairs joined: %.2f %% of %d %s%n", 100 * share, pairs.size(), joined);
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

    private double joined(String name, Collection<String> measured, UnaryOperator<String> typing) {
        Map<String, Set<String>> lemmasByKey = new HashMap<>();
        lemmaByWord()
                .values()
                .forEach(lemma ->
                        lemmasByKey
                                .computeIfAbsent(key(lemma), k -> new HashSet<>())
                                .add(Folding.fold(lemma)));
        List<String> wrong = new ArrayList<>();
        for (String word : measured) {
            Set<String> met = lemmasByKey.getOrDefault(key(typing.apply(word)), Set.of());
            String own = Folding.fold(lemmaByWord().getOrDefault(word, word));
            if (met.stream().anyMatch(other -> !other.equals(own))) {
                wrong.add(word);
            }
        }
        double share = (double) wrong.size() / measured.size();
        System.out.printf(
                "wrongly joined, %s: %.2f %% of %d words %s%n",
                name, 100 * share, measured.size(), wrong);
        return share;
    }

    /** Every word of all lists with its dictionary form; a dictionary form is its own. */
    private Map<String, String> lemmaByWord() {
        if (!lemmaByWord.isEmpty()) {
            return lemmaByWord;
        }
        pairs.forEach(pair -> pair.forEach(word -> lemmaByWord.put(word, word)));
        Stream.concat(dev.stream(), heldOut.stream())
                .forEach(entry -> lemmaByWord.put(entry.lemma(), entry.lemma()));
        Stream.concat(dev.stream(), heldOut.stream())
                .forEach(entry ->
                        entry.forms().forEach(f -> lemmaByWord.putIfAbsent(f, entry.lemma())));
        return lemmaByWord;
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
