package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "IDARƏ,ıdarə",
        "İDARƏ,idarə",
        "I\u0307DARƏ,idarə",
        "ŞƏXSİYYƏT,şəxsiyyət",
        "ÇIXIŞ,çıxış",
        "МОШЕННИК Ё,мошенник ё"
    })
    void lowerCaseFollowsAzerbaijaniRules(String text, String lowered) {
        assertThat(Folding.lower(text)).isEqualTo(lowered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IDARƏ", "İDARƏ", "idare", "İdarə", "I\u0307dare", "ｉｄａｒｅ", "ida\u200Bre"})
    void everyTypingOfAWordMeets(String typed) {
        assertThat(Folding.fold(typed)).isEqualTo("idare");
    }

    @ParameterizedTest
    @CsvSource({
        "Şəxs,sexs",
        "çığırtı,cigirti",
        "ÖLÇÜ,olcu",
        "ö,o",
        "o\u0308,o",
        "ﬁrma,firma",
        "x²,x2",
        "straße,strasse",
        "Ёлка й,елка й",
        "а\u0301бв,абв"
    })
    void foldingLeavesPlainLetters(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void invisibleCharactersAreRemoved() {
        assertThat(Folding.fold("p\u200Du\u202El\u2066\uFEFF\u00AD")).isEqualTo("pul");
    }

    @Test
    void cyrillicLookAlikesStayCyrillic() {
        assertThat(Folding.fold("раypal")).isEqualTo("раypal").isNotEqualTo("paypal");
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        assertThat(Folding.fold("a\uD800b\uDC00")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void foldingEveryCharacterTwiceChangesNothing() {
        assertThat(
                        pointsWhere(text ->
                                !Folding.fold(Folding.fold(text)).equals(Folding.fold(text))))
                .isEmpty();
    }

    @Test
    void lowerCaseNeverAddsACombiningDot() {
        assertThat(pointsWhere(text -> Folding.lower(text).contains("\u0307")))
                .containsExactly("U+0307");
    }

    private static List<String> pointsWhere(Predicate<String> broken) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> broken.test(Character.toString(point)))
                .mapToObj("U+%04X"::formatted)
                .toList();
    }
}
