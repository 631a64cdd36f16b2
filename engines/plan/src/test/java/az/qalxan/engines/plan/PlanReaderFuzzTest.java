package az.qalxan.engines.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Feeds hostile files to the reader of plans: it answers with a plan or with located flaws and
 * throws nothing. {@code JAZZER_FUZZ=1} searches for new inputs.
 */
class PlanReaderFuzzTest {

    private static final List<String> VALUES =
            List.of(
                    "x",
                    "''",
                    "~",
                    "[]",
                    "{}",
                    "[[]]",
                    "[{}]",
                    "5",
                    "99999999999",
                    "-1",
                    "8.1.1",
                    "8.1.1.1",
                    "true",
                    "2024",
                    "range",
                    "2024-02-30",
                    "\"\\UFFFFFFFF\"",
                    "İÇ",
                    "{kind: range, start_year: 2999, end_year: 1}",
                    "[{body: AA, recommended: 7}]",
                    "&a *a",
                    "!!int 5");

    @FuzzTest(maxDuration = "3m")
    void anyBytesAreReadOrRefused(byte[] bytes) {
        check(bytes);
    }

    @Test
    void brokenPlansAreReadOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole = SmallPlan.text().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = whole.clone();
            for (int j = 0; j <= random.nextInt(8); j++) {
                mutate(bytes, random);
            }
            checked(seed, i, bytes);
        }
    }

    @Test
    void wrongValuesAtEveryPlaceAreReadOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> lines = SmallPlan.text().lines().toList();
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder();
            int broken = random.nextInt(lines.size());
            for (int j = 0; j < lines.size(); j++) {
                String line = lines.get(j);
                int colon = line.indexOf(':');
                text.append(
                                j == broken && colon > 0
                                        ? line.substring(0, colon + 1)
                                                + " "
                                                + VALUES.get(random.nextInt(VALUES.size()))
                                        : line)
                        .append('\n');
            }
            checked(seed, i, text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = (byte) ":{}[]-,\"'&*!#\n 09".charAt(random.nextInt(17));
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(80), bytes.length - Math.max(at, from));
                System.arraycopy(bytes, from, bytes, at, length);
            }
        }
    }

    private static void checked(long seed, int round, byte[] bytes) {
        try {
            check(bytes);
        } catch (AssertionError | IllegalStateException | IllegalArgumentException e) {
            throw new AssertionError("seed " + seed + ", round " + round, e);
        }
    }

    private static void check(byte[] bytes) {
        switch (PlanReader.read(bytes)) {
            case PlanRead.Read read -> {
                assertThat(read.file().measures()).isNotEmpty();
                assertThat(PlanComparison.between(read.file(), read.file())).isEmpty();
                assertThat(read.file().measures())
                        .extracting(Measure::code)
                        .doesNotHaveDuplicates()
                        .isSorted();
            }
            case PlanRead.Refused refused ->
                    assertThat(refused.flaws())
                            .isNotEmpty()
                            .hasSizeLessThanOrEqualTo(Flaws.TOLD_MAX + 1)
                            .allSatisfy(flaw -> {
                                assertThat(flaw.line()).isPositive();
                                assertThat(flaw.column()).isPositive();
                                assertThat(flaw.sentence()).isNotBlank();
                            });
        }
    }
}
