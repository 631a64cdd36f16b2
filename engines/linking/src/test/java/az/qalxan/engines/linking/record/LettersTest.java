package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names meet however they are written. */
class LettersTest {

    @ParameterizedTest
    @CsvSource({
        "Məmmədov, memmedov",
        "ŞAHİN, shahin",
        "Шахин, shaxin",
        "Гусейнов, guseynov",
        "Çingiz, chingiz",
        "Ağayev, agayev",
        "IŞIQ, ishiq",
        "O'Brien-Smith, obriensmith",
        "Әлијев, eliyev",
        "José Müller, josemuller",
        "ｆｕｌｌ, full",
        "Straße, strasse"
    })
    void lettersFoldToPlainOnes(String written, String folded) {
        assertThat(Letters.joined(written)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Məmmədov, Mammadov",
        "Məmmədov, Мамедов",
        "Məmmədov, Memmedov",
        "Hüseynov, Гусейнов",
        "Hüseynov, Huseinov",
        "Cəfərov, Джафаров",
        "Cəfərov, Jafarov",
        "Quliyev, Guliyev",
        "Quliyev, Кулиев",
        "Xəlilov, Khalilov",
        "Xəlilov, Халилов",
        "Əliyev, Алиев",
        "Əliyev, Aliev",
        "Şahin, Шахин",
        "Şahin, Sahin",
        "Çingiz, Чингиз",
        "Çingiz, Cingiz",
        "Ağayev, Aghayev",
        "Yaqub, Якуб",
        "Həsənov, Гасанов"
    })
    void spellingsOfOneNameHaveOneKey(String one, String other) {
        assertThat(Spelling.ofName(Letters.joined(one)))
                .isEqualTo(Spelling.ofName(Letters.joined(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "Nizami küçəsi, küç. Nizami",
        "Nizami küçəsi, ул. Низами",
        "Üzeyir Hacıbəyli, Hacıbəyli Üzeyir",
        "Nizami st., Nizami Street"
    })
    void streetsMeetWithoutTheWordForStreet(String one, String other) {
        assertThat(Spelling.ofPlace(Letters.words(one)))
                .isEqualTo(Spelling.ofPlace(Letters.words(other)));
    }

    @Test
    void anyTextFoldsToTheSameWhenFoldedAgain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text =
                    random.ints(random.nextInt(12), 0, 0x11000)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            String folded = Letters.words(text);
            assertThat(Letters.words(folded)).as("seed %d, %s", seed, text).isEqualTo(folded);
        }
    }
}
