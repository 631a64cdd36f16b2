package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearRegexTest {

    private static final String[] ATOMS = {
        "a",
        "b",
        "c",
        ".",
        "\\d",
        "\\w",
        "\\s",
        "[ab]",
        "[^a]",
        "[a-c1]",
        "\\b",
        "\\B",
        "^",
        "$",
        "(?:ab|c)",
        "(a|b|)",
        "\\.",
        "x",
        "\\S",
        "\\D"
    };
    private static final String[] REPEATS = {
        "", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,1}", "*?", "+?", "{2,}"
    };

    @Test
    void agreesWithABacktrackingSearch() throws BadRegex {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int part = 0; part < 1 + random.nextInt(5); part++) {
                String atom = ATOMS[random.nextInt(ATOMS.length)];
                boolean place = atom.matches("\\^|\\$|\\\\[bB]");
                written.append(atom)
                        .append(place ? "" : REPEATS[random.nextInt(REPEATS.length)])
                        .append(random.nextInt(12) == 0 ? "|" : "");
            }
            boolean lines = random.nextInt(4) == 0;
            boolean anyCase = random.nextInt(4) == 0;
            boolean dotAll = random.nextInt(4) == 0;
            LinearRegex ours =
                    LinearRegex.of(written.toString(), new RegexFlags(anyCase, lines, dotAll));
            Pattern theirs =
                    Pattern.compile(
                            written.toString(),
                            Pattern.UNIX_LINES
                                    | (anyCase ? Pattern.CASE_INSENSITIVE : 0)
                                    | (lines ? Pattern.MULTILINE : 0)
                                    | (dotAll ? Pattern.DOTALL : 0));
            for (int j = 0; j < 4; j++) {
                String text = SigmaTextTest.word(random, "abcAB1 x.\n", 8);
                // Java's sees no start of a line behind the last newline, and no \B in nothing.
                if (text.isEmpty() || (lines && text.endsWith("\n"))) {
                    continue;
                }
                Matcher matcher = theirs.matcher(text);
                boolean found = matcher.find();
                assertThat(ours.finds(text))
                        .as("seed %d: %s in '%s' %s", seed, written, text, ours)
                        .isEqualTo(found);
                assertThat(ours.finds(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(found);
                Span span = ours.span(text);
                assertThat(span != null).isEqualTo(found);
                if (span != null) {
                    assertThat(span.from())
                            .as("seed %d: %s in '%s'", seed, written, text)
                            .isEqualTo(matcher.start());
                }
            }
        }
    }

    @Test
    void whatMakesABacktrackingSearchHangTakesLinearTime() throws BadRegex {
        String text = "a".repeat(200_000) + "!";
        assertThat(LinearRegex.of("^(a+)+$", RegexFlags.NONE).finds(text)).isFalse();
        assertThat(LinearRegex.of("(a|aa)+b", RegexFlags.NONE).finds(text)).isFalse();
        assertThat(LinearRegex.of("(.*a){12}b", RegexFlags.NONE).finds(text)).isFalse();
    }

    @Test
    void moreStatesThanAreKeptStartAfresh() throws BadRegex {
        Random random = new Random(5);
        LinearRegex regex = LinearRegex.of("a[ab]{14}c", RegexFlags.NONE);
        Pattern theirs = Pattern.compile("a[ab]{14}c");
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 300; j++) {
                text.append("aabbc".charAt(random.nextInt(random.nextInt(30) == 0 ? 5 : 4)));
            }
            assertThat(regex.finds(text.toString())).isEqualTo(theirs.matcher(text).find());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a", "a)", "[a", "a{3,2}", "*a", "\\", "(?P<n", "\\y", "[b-a]", "^*", "a{2000}"
            })
    void wrongExpressionsAreRefused(String written) {
        assertThatThrownBy(() -> LinearRegex.of(written, RegexFlags.NONE))
                .isInstanceOfSatisfying(
                        BadRegex.class,
                        e -> assertThat(e.code()).isEqualTo(RuleFlaw.Code.BAD_REGEX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?=a)", "(?!a)", "(?<=a)b", "(a)\\1", "a++", "(?>a)", "\\p{L}", "(?x)a"})
    void whatNoLinearSearchCanDoIsSaid(String written) {
        assertThatThrownBy(() -> LinearRegex.of(written, RegexFlags.NONE))
                .isInstanceOfSatisfying(
                        BadRegex.class,
                        e -> assertThat(e.code()).isEqualTo(RuleFlaw.Code.REGEX_UNSUPPORTED));
    }

    @Test
    void nestedRepeatsAreBounded() {
        assertThatThrownBy(() -> LinearRegex.of("((a{100}){100}){100}", RegexFlags.NONE))
                .isInstanceOfSatisfying(
                        BadRegex.class,
                        e -> assertThat(e.code()).isEqualTo(RuleFlaw.Code.REGEX_TOO_LARGE));
    }

    @Test
    void literalsStandInEverythingThatFits() throws BadRegex {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int part = 0; part < 1 + random.nextInt(4); part++) {
                written.append(
                        new String[] {"ab", "(?:a|bc)", "c+", "[ab]", "x?", "(ba){2}", "B"}
                                [random.nextInt(7)]);
            }
            LinearRegex regex =
                    LinearRegex.of(
                            written.toString(), new RegexFlags(random.nextBoolean(), false, false));
            String text = SigmaTextTest.word(random, "abcABCx", 10);
            if (!regex.finds(text)) {
                continue;
            }
            List<Set<String>> sets = new ArrayList<>(RegexLiterals.all(regex));
            if (!RegexLiterals.of(regex).isEmpty()) {
                sets.add(RegexLiterals.of(regex));
            }
            for (Set<String> set : sets) {
                assertThat(set)
                        .as("seed %d: %s in %s", seed, written, text)
                        .anyMatch(Folding.fold(text)::contains);
            }
        }
    }
}
