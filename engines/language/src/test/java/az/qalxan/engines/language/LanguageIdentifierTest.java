package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {

    private static final String[] MESSAGES = {
        "Kartımdan 250 manat çıxıldı, banka zəng etdim",
        "Kartimdan 250 manat cixildi, banka zeng etdim",
        "кто-то звонил от имени банка и просил код",
        "somebody called me from the bank and asked for the code",
        "bankadan aradıklarını söyleyip kodu istediler"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Kartımdan pul çıxıldı, nə etməliyəm?              | AZ | NATIVE
                    Kartimdan pul cixildi, ne etmeliyem?              | AZ | ASCII
                    menim pulumu ogurlayiblar, komek edin             | AZ | ASCII
                    kartimdan pul chixildi, bu shexs kimdir bilmirem  | AZ | DIGRAPH
                    Картымдан пул чыхылды, нә етмәлијәм?              | AZ | CYRILLIC
                    мяним пулуму огурлайыблар, кёмяк един             | AZ | CYRILLIC
                    Hesabımdan para çekildi, ne yapmalıyım?           | TR | NATIVE
                    hesabimdan para cekildi, ne yapmaliyim simdi      | TR | ASCII
                    С моей карты сняли деньги, что делать?            | RU | NATIVE
                    Money was taken from my card, what should I do?   | EN | NATIVE
                    """)
    void messageHasItsLanguageAndTyping(String message, Language language, Typed typed) {
        Identification found = LanguageIdentifier.identify(message);
        assertThat(found.language()).isEqualTo(language);
        assertThat(found.typed()).isEqualTo(typed);
        assertThat(found.confidence()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    250 AZN 14.03.2026 12:40
                    https://bank-tesdiq.example/giris?kod=4417
                    +994 50 555 01 27
                    a
                    Ich habe gestern einen Anruf von der Bank bekommen
                    J'ai reçu un appel de la banque hier soir
                    تم سحب المبلغ من حسابي أمس
                    მე დამირეკეს ბანკიდან და კოდი მომთხოვეს
                    我昨天接到银行的电话
                    """)
    void whatIsNoneOfThemIsUnknown(String message) {
        assertThat(LanguageIdentifier.identify(message).language()).isEqualTo(Language.UNKNOWN);
    }

    @Test
    void emptyMessageIsUnknown() {
        assertThat(LanguageIdentifier.identify("").confidence()).isZero();
        assertThat(LanguageIdentifier.identify("  \n\t").language()).isEqualTo(Language.UNKNOWN);
    }

    @Test
    void linksAndNumbersDoNotChangeTheLanguage() {
        for (String message : MESSAGES) {
            String with =
                    "050 555 01 27 "
                            + message
                            + " https://win-prize.example/welcome/to/the/house @the_winner_2026";
            assertThat(LanguageIdentifier.identify(with)).isEqualTo(of(message));
        }
    }

    @Test
    void caseAndPunctuationDoNotChangeTheLanguage() {
        for (String message : MESSAGES) {
            Language language = of(message).language();
            assertThat(of(message.toUpperCase(Locale.ROOT)).language()).isEqualTo(language);
            assertThat(of(message.toUpperCase(Locale.of("az"))).language()).isEqualTo(language);
            assertThat(of("«" + message.replace(" ", "!!! ") + "»…")).isEqualTo(of(message));
        }
    }

    @Test
    void lettersInPartsAndLookAlikesAreReadThrough() {
        assertThat(of("Bölmә komandiri tәlimatçılıq etdi").language()).isEqualTo(Language.AZ);
        String message = MESSAGES[0];
        String apart = java.text.Normalizer.normalize(message, java.text.Normalizer.Form.NFD);
        assertThat(of(apart)).isEqualTo(of(message));
    }

    @Test
    void anyTextHasAnAnswerAndAlwaysTheSame() {
        long seed = System.nanoTime();
        System.out.println("LanguageIdentifierTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = anyText(random);
            Identification found = of(text);
            assertThat(found.confidence()).isBetween(0.0, 1.0);
            assertThat(of(text)).isEqualTo(found);
        }
    }

    @Test
    void ofAHugeMessageOnlyTheBeginningCounts() {
        String huge = MESSAGES[3] + " " + "salam ".repeat(10);
        String longer = huge + ".".repeat(MessageReading.CHARS_MAX) + "привет ".repeat(150_000);
        assertThat(of(longer).language()).isEqualTo(of(huge).language());
        assertThat(of("я".repeat(1_000_000)).confidence()).isBetween(0.0, 1.0);
        assertThat(of("a.b/".repeat(250_000)).confidence()).isBetween(0.0, 1.0);
    }

    private static String anyText(SplittableRandom random) {
        int length = random.nextInt(200);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int lot = random.nextInt(4);
            int bound = lot == 0 ? 0x10000 : lot == 1 ? 0x600 : 0x80;
            text.append((char) random.nextInt(bound));
        }
        return text.toString();
    }

    private static Identification of(String message) {
        return LanguageIdentifier.identify(message);
    }
}
