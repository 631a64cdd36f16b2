package az.qalxan.engines.threatintel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The search for bindings finds one exactly where trying everything does. */
class BindingPropertyTest {

    private static final int ROUNDS = 6_000;

    @Test
    void findsABindingWhereTryingEverythingDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int matched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Observation> observations = observations(random);
            String text = observing(random, 3);
            Pattern pattern = Patterns.read(text);
            boolean expected = new Naive(observations).matches(pattern);
            Verdict verdict = PatternMatcher.match(pattern, observations).verdict();
            assertThat(verdict instanceof Verdict.Matched)
                    .as("seed %s, round %s: %s on %s", seed, round, text, observations)
                    .isEqualTo(expected);
            assertThat(verdict).as("seed %s", seed).isNotInstanceOf(Verdict.Undecided.class);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).as("seed %s", seed).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    private static List<Observation> observations(Random random) {
        List<Observation> observations = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("type", "x").put("v", random.nextInt(3));
            Instant first = Instant.ofEpochSecond(random.nextInt(8));
            Instant last = first.plusSeconds(random.nextInt(3) * random.nextInt(2));
            long number = 1 + random.nextInt(2) * random.nextInt(2);
            observations.add(new Observation("o" + i, first, last, number, Map.of("0", object)));
        }
        return observations;
    }

    private static String observing(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(9);
        return switch (kind) {
            case 0, 1 -> "[x:v " + (random.nextBoolean() ? "= " : "!= ") + random.nextInt(3) + "]";
            case 2 -> both(random, depth, " AND ");
            case 3 -> both(random, depth, " OR ");
            case 4, 5 -> both(random, depth, " FOLLOWEDBY ");
            case 6 ->
                    "("
                            + observing(random, depth - 1)
                            + ") WITHIN "
                            + (1 + random.nextInt(3))
                            + " SECONDS";
            case 7 -> "(" + observing(random, depth - 1) + ") REPEATS 2 TIMES";
            default ->
                    "("
                            + observing(random, depth - 1)
                            + ") START t'1970-01-01T00:00:0"
                            + random.nextInt(4)
                            + "Z' STOP t'1970-01-01T00:00:0"
                            + (3 + random.nextInt(5))
                            + "Z'";
        };
    }

    private static String both(Random random, int depth, String operator) {
        String more = random.nextInt(3) == 0 ? operator + observing(random, depth - 1) : "";
        return "("
                + observing(random, depth - 1)
                + operator
                + observing(random, depth - 1)
                + more
                + ")";
    }
}
