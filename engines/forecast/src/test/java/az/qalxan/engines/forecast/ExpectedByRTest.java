package az.qalxan.engines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The methods against R's package forecast 8.20, by which the M4 benchmarks were published. */
class ExpectedByRTest {

    @Test
    void everyMethodExpectsWhatRExpects() throws IOException {
        for (String line : lines()) {
            List<String> parts = Arrays.asList(line.split(";", -1));
            double[] values = numbers(parts.get(2));
            int period = Integer.parseInt(parts.get(0));
            int column = 3;
            for (Method method : Method.values()) {
                double[] theirs = numbers(parts.get(column++));
                double[] ours = method.ahead(values, period, theirs.length);
                for (int i = 0; i < theirs.length; i++) {
                    assertThat(ours[i])
                            .as("%s, step %d of %s", method, i + 1, line.substring(0, 40))
                            .isCloseTo(theirs[i], within(0.001));
                }
            }
        }
    }

    @Test
    void seasonsAreFoundWhereRFindsThem() throws IOException {
        for (String line : lines()) {
            List<String> parts = Arrays.asList(line.split(";", -1));
            double[] values = numbers(parts.get(2));
            Seasons seasons = Seasons.of(values, values.length, Integer.parseInt(parts.get(0)));
            assertThat(seasons.multiplying())
                    .as(line.substring(0, 40))
                    .isEqualTo(parts.get(1).equals("TRUE"));
        }
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ExpectedByRTest.class.getResourceAsStream(
                                                "expected-by-r.txt")),
                                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
