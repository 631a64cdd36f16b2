package az.qalxan.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Articles stand in the order in which people count them. */
class ArticleOrderTest {

    @Test
    void articlesAreCountedNotSpelt() {
        List<String> counted =
                List.of(
                        "",
                        "2",
                        "9",
                        "10",
                        "27(2)(c)",
                        "27(9)",
                        "29",
                        "29(2)",
                        "29(7)",
                        "29(10)",
                        "30",
                        "271",
                        "273",
                        "273-1",
                        "273-2",
                        "1000");
        long seed = 42;
        for (int round = 0; round < 20; round++) {
            List<String> mixed = new ArrayList<>(counted);
            Collections.shuffle(mixed, new Random(seed + round));
            mixed.sort(new ArticleOrder());
            assertThat(mixed).as("seed %d", seed + round).isEqualTo(counted);
        }
    }

    @Test
    void aLongNumberIsNoDefect() {
        assertThat(new ArticleOrder().compare("99999999999999999999", "1")).isNotZero();
    }
}
