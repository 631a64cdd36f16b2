package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "dələduzluğun,dələduzluq",
        "deleduzlugun,dələduzluq",
        "deleduzluq,dələduzluq",
        "ürəyimdən,ürək",
        "oglumun,oğul",
        "haqqınız,haq",
        "kartımdakı,kart",
        "aldadıldım,aldatmaq",
        "istiyirəm,istəmək",
        "gedəcəyik,getmək",
        "öləcək,ölmək",
        "olacaq,olmaq",
        "köçürülməyib,köçürmək",
        "Hesablarımızdan,HESAB",
        "DİN-in,DİN",
        "mə'lumatı,məlumat",
        "kreditləşməyən,kreditləşmək",
        "карты,картами",
        "мошенников,мошенник"
    })
    void queryFindsTheInflectedForm(String stored, String query) {
        assertThat(SearchText.keys(stored)).isEqualTo(SearchText.keys(query)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"hesab,hesabat", "kart,kartof", "alma,almaq", "oğru,oğurluq", "saat,saatlıq"})
    void differentWordsKeepDifferentKeys(String one, String other) {
        assertThat(SearchText.keys(one)).isNotEqualTo(SearchText.keys(other));
    }

    @Test
    void englishWordsAreOnlyFolded() {
        assertThat(SearchText.keys("Phishing ACCOUNT website withdrawal"))
                .containsExactly("phishing", "account", "website", "withdrawal");
    }

    @Test
    void numbersAndMixedWordsStayWhole() {
        assertThat(SearchText.keys("AZ21NABZ00000000137010001944 +994 50 000-00-01 3D"))
                .containsExactly(
                        "az21nabz00000000137010001944", "994", "50", "000", "00", "01", "3d");
    }

    @Test
    void keysKeepTheOrderAndRepetitionOfTheText() {
        assertThat(SearchText.document("Pul, pulu; kartdan PULUMU!")).isEqualTo("pul pul kart pul");
    }

    @Test
    void numberOfKeysIsBounded() {
        List<String> keys = SearchText.keys("a ".repeat(SearchText.TEXT_CHARS_MAX));
        assertThat(keys).hasSize(SearchText.KEYS_MAX);
    }
}
