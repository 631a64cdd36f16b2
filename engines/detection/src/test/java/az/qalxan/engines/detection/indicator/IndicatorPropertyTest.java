package az.qalxan.engines.detection.indicator;

import static az.qalxan.engines.detection.indicator.Indicators.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The matcher against a plain search, on random indicators and texts. */
class IndicatorPropertyTest {

    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern SIXES =
            Pattern.compile("(?<![0-9A-Za-z.:])[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    @Test
    void matchedAndPlainlySearchedAgree() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int hits = 0;
        for (int round = 0; round < 150; round++) {
            Set<IndicatorValue> values = new HashSet<>();
            for (int i = 0; i < 1 + random.nextInt(60); i++) {
                values.add(value(random.nextInt(5) == 0 ? prefix(random) : word(random)));
            }
            IndicatorSet set = Indicators.set(List.copyOf(values));
            assertThat(set.count()).isEqualTo(values.size());
            for (int i = 0; i < 60; i++) {
                String text = text(random);
                Set<String> found = new TreeSet<>(Indicators.found(set, text));
                assertThat(found)
                        .as("seed %d, %s in %s", seed, values, text)
                        .isEqualTo(plainly(values, text));
                hits += found.size();
            }
        }
        assertThat(hits).as("seed %d", seed).isGreaterThan(500);
    }

    /** Of few different ones, so that they meet. */
    private static String word(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> name(random);
            case 1 -> four(random);
            case 2 -> "fd%02x::%x".formatted(random.nextInt(3), random.nextInt(4) + 1);
            default -> digest(random);
        };
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            name.append((char) ('a' + random.nextInt(2))).append('.');
        }
        return name.append(random.nextBoolean() ? "aa" : "bb").toString();
    }

    private static String four(Random random) {
        return "10.%d.0.%d".formatted(random.nextInt(3), random.nextInt(4));
    }

    private static String prefix(Random random) {
        return random.nextBoolean()
                ? four(random) + "/" + (8 + random.nextInt(25))
                : "fd0%d::/%d".formatted(random.nextInt(3), 16 + random.nextInt(113));
    }

    private static String digest(Random random) {
        int[] lengths = {32, 40, 64, 128};
        return Integer.toString(random.nextInt(2)).repeat(lengths[random.nextInt(4)]);
    }

    private static String text(Random random) {
        String between = " ,;/\\.-_=:xF\n\"'()[]@1";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
            String word = word(random);
            text.append(random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT));
            for (int j = 0; j < random.nextInt(3); j++) {
                text.append(between.charAt(random.nextInt(between.length())));
            }
        }
        return text.toString();
    }

    private static Set<String> plainly(Set<IndicatorValue> values, String text) {
        Set<String> found = new TreeSet<>();
        for (String word : words(WORDS, text)) {
            String name = word.toLowerCase(Locale.ROOT).replaceAll("^[.-]+|[.-]+$", "");
            for (IndicatorValue value : values) {
                boolean named =
                        value.kind() == IndicatorKind.DOMAIN
                                && (name.equals(value.text()) || name.endsWith("." + value.text()));
                if (named || isIn(name, value)) {
                    found.add(value.text());
                }
            }
        }
        for (String six : alone(SIXES, text)) {
            String word = six.replaceAll("\\.+$", "").replaceAll("(?<!:):$", "");
            values.stream()
                    .filter(value -> word.indexOf(':') != word.lastIndexOf(':'))
                    .filter(value -> isIn(word, value))
                    .forEach(value -> found.add(value.text()));
        }
        for (String word : alone(DIGITS, text)) {
            values.stream()
                    .filter(value -> value.kind().digits() > 0)
                    .filter(value -> value.text().equalsIgnoreCase(word))
                    .forEach(value -> found.add(value.text()));
        }
        return found;
    }

    private static List<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Those beside which no letter and no digit stands. */
    private static List<String> alone(Pattern pattern, String text) {
        List<String> words = new ArrayList<>();
        pattern.matcher(text)
                .results()
                .filter(one -> one.start() == 0 || !isWord(text.charAt(one.start() - 1)))
                .filter(one -> one.end() == text.length() || !isWord(text.charAt(one.end())))
                .forEach(one -> words.add(one.group()));
        return words;
    }

    private static boolean isWord(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isIn(String word, IndicatorValue value) {
        if (value.kind() != IndicatorKind.NETWORK) {
            return false;
        }
        int slash = value.text().indexOf('/');
        String bits = slash < 0 ? "" : value.text().substring(slash);
        return IndicatorValue.read(IndicatorKind.NETWORK, word + bits)
                        instanceof IndicatorValue read
                && read.equals(value);
    }
}
