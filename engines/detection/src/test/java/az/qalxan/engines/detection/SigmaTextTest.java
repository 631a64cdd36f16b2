package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmaTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a\\*b a*b true", // an escaped star is a star
                "a\\*b axb false",
                "a*b axyb true",
                "a?b axb true",
                "a?b ab false",
                "a\\?b a?b true",
                "a\\b a\\b true", // a backslash before a letter is itself
                "a\\\\b a\\b true", // two are one
                "a\\\\*b a\\xb true", // a backslash, then anything
                "a\\\\\\*b a\\*b true", // a backslash, then a star
                "a\\\\\\*b a\\xb false",
                "a\\\\\\\\b a\\\\b true", // four are two
                "dir\\ dir\\ true", // the last one is itself
                "AzƏ azə true",
                "az AZ true"
            })
    void escapesAreThoseOfTheSpecification(String written, String text, boolean matches) {
        assertThat(new TextPattern(SigmaText.parse(written), false).matches(text))
                .isEqualTo(matches);
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String written = word(random, "ab\\*?", 8);
            SigmaText text = SigmaText.parse(written);
            assertThat(SigmaText.parse(text.written()))
                    .as("seed %d: %s", seed, written)
                    .isEqualTo(text);
        }
    }

    @Test
    void wildcardsAgreeWithExpressions() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            SigmaText text = SigmaText.parse(word(random, "ab*?", 7));
            String value = word(random, "abAB\n", 9);
            assertThat(new TextPattern(text, true).matches(value))
                    .as("seed %d: %s in %s", seed, text.written(), value)
                    .isEqualTo(
                            Pattern.compile(expression(text), Pattern.DOTALL)
                                    .matcher(value)
                                    .matches());
            if (BytePattern.can(text)) {
                byte[] folded =
                        Folding.fold(value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                assertThat(new BytePattern(text, false).matches(folded, 0, folded.length))
                        .as("seed %d: %s in %s", seed, text.written(), value)
                        .isEqualTo(new TextPattern(text, false).matches(value));
            }
        }
    }

    private static String expression(SigmaText text) {
        StringBuilder expression = new StringBuilder();
        for (SigmaText.Part part : text.parts()) {
            expression.append(
                    switch (part) {
                        case SigmaText.Part.Many _ -> ".*";
                        case SigmaText.Part.One _ -> ".";
                        case SigmaText.Part.Plain plain -> Pattern.quote(plain.text());
                    });
        }
        return expression.toString();
    }

    static String word(Random random, String letters, int max) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(max + 1);
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    void aSpanIsWhatTheRuleAskedFor() {
        TextPattern contains = new TextPattern(SigmaText.parse("*mimi*"), false);
        assertThat(contains.span("run MIMIkatz")).isEqualTo(new Span(4, 8));
        TextPattern ends = new TextPattern(SigmaText.parse("*.exe"), false);
        assertThat(ends.span("a.exe.exe")).isEqualTo(new Span(5, 9));
        TextPattern starts = new TextPattern(SigmaText.parse("c:*"), false);
        assertThat(starts.span("C:\\x")).isEqualTo(new Span(0, 2));
    }

    @Test
    void dashesStandForEachOther() {
        List<SigmaText> variants = ValueVariants.windash(SigmaText.parse("cmd -a /b x-y"));
        assertThat(variants)
                .hasSize(25)
                .extracting(SigmaText::written)
                .contains("cmd -a -b x-y", "cmd /a —b x-y", "cmd –a ―b x-y");
        assertThat(ValueVariants.windash(SigmaText.parse("-a -b -c -d -e -f"))).isEmpty();
    }

    @Test
    void offsetsAreFoundInWhateverStandsAround() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] word = new byte[4 + random.nextInt(10)];
            byte[] around = new byte[random.nextInt(5) + word.length + random.nextInt(5)];
            random.nextBytes(word);
            random.nextBytes(around);
            int at = random.nextInt(around.length - word.length + 1);
            System.arraycopy(word, 0, around, at, word.length);
            String encoded = ValueVariants.base64(around);
            assertThat(ValueVariants.base64Offsets(word))
                    .as("seed %d, step %d", seed, i)
                    .anyMatch(encoded::contains);
        }
    }
}
