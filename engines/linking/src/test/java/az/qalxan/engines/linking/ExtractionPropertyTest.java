package az.qalxan.engines.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Properties of the extractor on generated text; a failure prints its seed. */
@NullMarked
class ExtractionPropertyTest {

    private static final long SEED = 994_2026L;
    private static final String[] SHARDS = {
        "+994 50 555 01 01",
        "050",
        "555",
        " 01 ",
        "@",
        ".",
        "az",
        ".az",
        "hxxps://",
        "[.]",
        "[at]",
        "(dot)",
        "://",
        "AZ21NABZ00000000137010001944",
        "4111 1111 1111 1111",
        "0x",
        "bc1q",
        "t.me/",
        "wa.me/994505550101",
        "203.0.113.9",
        "2001:db8::1",
        "::",
        ":",
        "-dan",
        "'dan",
        "ə",
        "İ",
        "ı",
        "\u200b",
        "\u202e",
        "\uD835\uDFCE",
        "\uD800",
        "\uDC00",
        "\n",
        " ",
        "/",
        "?",
        "#",
        "(",
        ")",
        "[",
        "]",
        "nöqtə",
        " nöqtə az",
        "www.",
        "１２３",
        "telegram",
        "VÖEN ",
        "a",
        "Z",
        "9",
        "+",
        "-",
        "\0",
        "\uFFFF",
        "user@",
        "пример.рф",
        "О5О"
    };

    private final IdentifierExtractor extractor = IdentifierExtractor.forRegion("AZ");

    @Test
    void invariantsHoldForTextMadeOfFragments() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            String text = fragments(random, 1 + random.nextInt(14));
            assertThatCode(() -> ExtractionInvariants.check(text))
                    .as("seed %d round %d: %s", SEED, round, text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void invariantsHoldForTheLongestTextOfOneFragment() {
        for (String shard : SHARDS) {
            int times = IdentifierExtractor.TEXT_CHARS_MAX / shard.length();
            ExtractionInvariants.check(shard.repeat(times));
            ExtractionInvariants.check((shard + " ").repeat(times / 2));
        }
    }

    @Test
    void wordsAroundAMessageDoNotMoveItsIdentifiers() {
        for (LabelledMessage message : LabelledMessage.all()) {
            List<Identifier> alone = extractor.extract(message.text());
            List<Identifier> shifted = extractor.extract("…\n\n" + message.text() + "\n\n…");
            assertThat(shifted.stream().map(found -> moved(found, -3)).toList())
                    .as("%s", message.text())
                    .isEqualTo(alone);
        }
    }

    @Test
    void invisibleCharactersBetweenDigitsChangeOnlyTheSpan() {
        Random random = new Random(SEED);
        String number = "+994 50 555 01 01";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder(number);
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                text.insert(1 + random.nextInt(text.length() - 1), '\u200b');
            }
            List<Identifier> found = extractor.extract(text);
            assertThat(found).as("seed %d round %d", SEED, round).hasSize(1);
            assertThat(found.getFirst().value()).isEqualTo("+994505550101");
            assertThat(found.getFirst().end()).isEqualTo(text.length());
        }
    }

    @Test
    void normalisedValuesAreNormalisedToThemselves() {
        for (LabelledMessage message : LabelledMessage.all()) {
            for (Identifier label : message.labels()) {
                if (label.linkable()) {
                    assertThat(extractor.normalise(label.kind(), label.value()))
                            .as("%s", label)
                            .map(Identifier::value)
                            .contains(label.value());
                }
            }
        }
    }

    private static Identifier moved(Identifier found, int by) {
        return new Identifier(
                found.kind(), found.scheme(), found.value(), found.start() + by, found.end() + by);
    }

    private static String fragments(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(SHARDS[random.nextInt(SHARDS.length)]);
        }
        return text.toString();
    }
}
