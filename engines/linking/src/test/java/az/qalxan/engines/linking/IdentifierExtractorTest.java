package az.qalxan.engines.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The behaviour that callers rely on, kind by kind. */
@NullMarked
class IdentifierExtractorTest {

    private static final String CARD = "4111 1111 1111 1111";

    private final IdentifierExtractor extractor = IdentifierExtractor.forRegion("AZ");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "050 555 01 27 | +994505550127",
                "(055)555-01-27 | +994555550127",
                "994702345678 | +994702345678",
                "00994505550127 | +994505550127",
                "0994505550127 | +994505550127",
                "051.234.56.78 | +994512345678",
                "nömrə 12 404 12 34 | +994124041234",
                "50 555 01 27 | +994505550127",
                "+90 532 555 01 27 | +905325550127",
                "0532 555 01 27 | +905325550127",
                "8 (900) 555-01-27 | +79005550127",
                "+7 900 555 01 27 | +79005550127",
                "https://wa.me/994505550127 | +994505550127"
            })
    void phonesAreGivenInInternationalForm(String text, String value) {
        assertThat(only(text).kind()).isEqualTo(IdentifierKind.PHONE);
        assertThat(only(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1234",
                "102",
                "937",
                "VÖEN 1234567891",
                "FİN 7AB12CD",
                "sifariş 0505550127",
                "1 250 000 AZN",
                "12.05.2026 14:30",
                "05.05.2026 12:30",
                "versiya 1.2.3.4",
                "v1.2.3.4",
                "maddə 178.2.4.1",
                "sened.pdf",
                "və s. t.e.",
                "4169 73** **** 4477",
                "etdim.Men",
                "getdi.men",
                "@",
                "00:1A:2B:3C:4D:5E",
                "std::string",
                "12:30:45"
            })
    void whatOnlyLooksLikeAnIdentifierIsLeft(String text) {
        assertThat(extractor.extract(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bank-tesdiq.az-dan | domain | bank-tesdiq.az",
                "sinaq.com'dan | domain | sinaq.com",
                "saytı sinaqbank.az. | domain | sinaqbank.az",
                "SINAQBANK.AZ | domain | sinaqbank.az",
                "sinaq[.]example | domain | sinaq.example",
                "sinaq nöqtə az | domain | sinaq.az",
                "sinaq.com.az | domain | sinaq.com.az",
                "hxxps[:]//Sinaq[.]az:443/A?b=c | url | https://sinaq.az/A?b=c",
                "http[:]//sinaq.test:80/ | url | http://sinaq.test/",
                "sinaq.az/giris, | url | sinaq.az/giris",
                "ad@sinaq.example | email | ad@sinaq.example",
                "Ad.Soyad[@]sinaq[dot]az | email | ad.soyad@sinaq.az",
                "203[.]0[.]113[.]5 | ip | 203.0.113.5",
                "2001:DB8:0:0:0:0:0:1 | ip | 2001:db8::1",
                "@Ad_Soyad-a | handle | @ad_soyad",
                "t.me/Sinaq_Kanal | handle | @sinaq_kanal",
                "instagram.com/Sinaq.Ev/ | handle | @sinaq.ev",
                "az21 nabz 0000 0000 1370 1000 1944 | iban | AZ21NABZ00000000137010001944"
            })
    void wordsAreReadAsPeopleWriteThem(String text, String kind, String value) {
        assertThat(only(text).kind().code()).isEqualTo(kind);
        assertThat(only(text).value()).isEqualTo(value);
    }

    @Test
    void spanCoversTheOriginalText() {
        String text = "Nömrə:\u200b ０５０\u200b 555 01 27.";
        Identifier phone = only(text);
        assertThat(text.substring(phone.start(), phone.end())).isEqualTo("０５０\u200b 555 01 27");
    }

    @Test
    void cardNumberIsNeverInTheRecord() {
        Identifier card = only("kart " + CARD);
        assertThat(card.value()).isEqualTo("411111******1111");
        assertThat(card.toString()).doesNotContain("4111111111111111", CARD);
        assertThat(card.linkable()).isFalse();
        assertThatThrownBy(() -> new Identifier(IdentifierKind.CARD, "", "4111111111111111", 0, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4111");
    }

    @Test
    void cardIsLinkedByItsDigest() {
        HmacCardDigest digest = new HmacCardDigest(new byte[HmacCardDigest.KEY_BYTES_MIN]);
        List<KeyedIdentifier> found =
                extractor.extract(CARD + ", 4111-1111-1111-1111, 0505550127", digest);
        assertThat(found).hasSize(3);
        assertThat(found.get(0).key()).matches("card:[0-9a-f]{64}").isEqualTo(found.get(1).key());
        assertThat(found.get(2).key()).isEqualTo("phone:+994505550127");
        assertThat(found.toString()).doesNotContain("4111111111111111");
        assertThat(extractor.normalise(IdentifierKind.CARD, CARD, digest))
                .map(KeyedIdentifier::key)
                .contains(found.get(0).key());
    }

    @Test
    void shortDigestKeyIsRefused() {
        assertThatThrownBy(() -> new HmacCardDigest(new byte[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }

    @Test
    void tooLongTextIsRefusedAndTheLongestIsRead() {
        String longest = "a".repeat(IdentifierExtractor.TEXT_CHARS_MAX);
        assertThat(extractor.extract(longest)).isEmpty();
        assertThatThrownBy(() -> extractor.extract(longest + "a"))
                .isInstanceOf(TextTooLongException.class)
                .hasMessageContaining("200000");
    }

    @Test
    void numberOfIdentifiersIsBounded() {
        assertThat(extractor.extract("0505550127 ".repeat(2_000)))
                .hasSize(IdentifierExtractor.IDENTIFIERS_MAX);
    }

    @Test
    void unknownRegionIsRefused() {
        assertThatThrownBy(() -> IdentifierExtractor.forRegion("QQ"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE | 505550127 | +994505550127",
                "PHONE | 12 404 12 34 | +994124041234",
                "HANDLE | Ad_Soyad | @ad_soyad",
                "HANDLE | https://t.me/ad_soyad | @ad_soyad",
                "DOMAIN | https://www.sinaq.az/giris | sinaq.az",
                "URL | sinaq.az | sinaq.az",
                "IBAN | AZ21 NABZ 0000 0000 1370 1000 1944. | AZ21NABZ00000000137010001944"
            })
    void fieldIsReadAsTheKindThatItAsksFor(IdentifierKind kind, String raw, String value) {
        assertThat(extractor.normalise(kind, raw)).map(Identifier::value).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PHONE | bilmirəm", "PHONE | ad@sinaq.az", "CARD | 0505550127", "IBAN | 12"})
    void fieldWithSomethingElseIsEmpty(IdentifierKind kind, String raw) {
        assertThat(extractor.normalise(kind, raw)).isEmpty();
    }

    @Test
    void linksWithAndWithoutSchemeHaveTheSameKey() {
        assertThat(only("https://www.sinaq.az/giris#a").key())
                .isEqualTo(only("sinaq.az/giris").key())
                .isEqualTo("url:sinaq.az/giris");
        assertThat(only("www.sinaq.az").key()).isEqualTo("domain:sinaq.az");
    }

    private Identifier only(String text) {
        List<Identifier> found = extractor.extract(text);
        assertThat(found).as("%s", text).hasSize(1);
        return found.getFirst();
    }
}
