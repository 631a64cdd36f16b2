package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other engines get of the regular expressions here. */
class TextExpressionTest {

    private static TextExpression read(String written) {
        return switch (TextExpression.read(written)) {
            case TextExpression.Reading.Read(TextExpression expression) -> expression;
            case TextExpression.Reading.Refused(String words) -> throw new AssertionError(words);
        };
    }

    private static String refused(String written) {
        return switch (TextExpression.read(written)) {
            case TextExpression.Reading.Refused(String words) -> words;
            case TextExpression.Reading.Read ignored -> throw new AssertionError(written);
        };
    }

    @Test
    void isLookedForAnywhereAndADotIsANewlineToo() {
        assertThat(read("b.d").finds("ab\nde")).isTrue();
        assertThat(read("^b").finds("ab")).isFalse();
        assertThat(read("b.d").written()).isEqualTo("b.d");
    }

    @Test
    void tellsWhatHasToStandInATextThatItFits() {
        assertThat(read("x(alpha|beta)y").literals()).isNotEmpty();
        assertThat(read(".*").literals()).isEmpty();
    }

    @Test
    void saysWhyItIsRefused() {
        assertThat(refused("a(?=b)")).startsWith("not possible in linear time");
        assertThat(refused("(a")).contains("character");
        assertThat(refused("((a{1,900}){1,900}){1,900}")).contains("too large");
    }
}
