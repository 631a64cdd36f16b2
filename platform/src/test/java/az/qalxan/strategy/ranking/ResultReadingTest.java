package az.qalxan.strategy.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.web.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Published results are read whole or not at all, and every error says where it stands. */
class ResultReadingTest {

    private static final String HEAD = "ranking,edition,published,line,value,source\n";

    private final ResultCheck check =
            new ResultCheck(TestRankings.packs(), LocalDate.of(2026, 11, 27));

    private List<Violation> wrong(String text) {
        return ((ResultReading.Read.Wrong) ResultReading.read(text, check)).flaws();
    }

    @Test
    void aCsvFileIsRead() {
        ResultReading.Read read =
                ResultReading.read(
                        "\ufeff"
                                + HEAD
                                + """
                                ncsi,3,2026-06-30,score,"75,83",ncsi.ega.ee
                                ncsi,3,2026-06-30,rank,20,
                                ncsi,3,2026-06-30,group:1,15,
                                ncsi,3,2026-06-30,question:1.1,3,
                                """,
                        check);
        assertThat(read)
                .isInstanceOfSatisfying(
                        ResultReading.Read.Fine.class,
                        fine ->
                                assertThat(fine.results())
                                        .singleElement()
                                        .satisfies(one -> {
                                            assertThat(one.score()).isEqualTo(75.83);
                                            assertThat(one.rank()).isEqualTo(20);
                                            assertThat(one.groups()).containsEntry("1", 15.0);
                                            assertThat(one.questions()).containsEntry("1.1", 3.0);
                                            assertThat(one.verified()).isFalse();
                                        }));
    }

    @Test
    void everyErrorOfACsvFileNamesItsLine() {
        List<Violation> flaws =
                wrong(
                        HEAD
                                + """
                                ncsi,3,2026-06-30,score,abc,ncsi.ega.ee
                                ncsi,3,30.06.2026,rank,1,
                                ncsi,3,2026-06-30,colour,1,
                                ncsi,3,2026-06-30,group:1,16,
                                ncsi,3,2026-06-30,question:99,1,
                                ncsi,3
                                """);
        assertThat(flaws).extracting(Violation::location).contains("2", "3", "4", "5", "6", "7");
        assertThat(flaws)
                .extracting(Violation::key)
                .contains(
                        "ranking.import.no-number",
                        "ranking.import.no-day",
                        "ranking.import.no-line",
                        "ranking.import.too-much",
                        "ranking.import.no-part",
                        "ranking.import.torn");
    }

    @Test
    void everyErrorOfAYamlFileNamesItsPath() {
        List<Violation> flaws =
                wrong(
                        """
                        results:
                          - {ranking: gci, edition: "2024", published: 2026-01-01, score: 101,
                             level: T9, groups: {"7": 1}, source: itu.int}
                          - {ranking: xyz, edition: "1", published: 2030-01-01, score: 1}
                        """);
        assertThat(flaws)
                .extracting(Violation::location)
                .contains(
                        "results[0].score",
                        "results[0].level",
                        "results[0].groups.7",
                        "results[1]");
        assertThat(wrong("results: ["))
                .singleElement()
                .satisfies(one -> assertThat(one.key()).isEqualTo("ranking.import.no-yaml"));
        assertThat(wrong("results: 5"))
                .singleElement()
                .satisfies(one -> assertThat(one.location()).isEqualTo("results"));
        assertThat(wrong(" ")).hasSize(1);
        assertThat(wrong("x".repeat(ResultReading.CHARS_MAX + 1))).hasSize(1);
    }

    /** Foreign text of any kind ends in an answer. */
    @Test
    void anyTextIsAnswered() {
        long seed = System.nanoTime();
        System.out.println("seed of ResultReadingTest.anyTextIsAnswered: " + seed);
        Random random = new Random(seed);
        String signs = "ranking,edtopulshv\n\r\"':-[]{}&*#!|>%@`0123456789.ə \t";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text =
                    new StringBuilder(
                            switch (round % 4) {
                                case 0 -> HEAD;
                                case 1 -> "results:\n";
                                case 2 -> "results:\n  - ranking: ncsi\n    ";
                                default -> "";
                            });
            int length = random.nextInt(120);
            for (int i = 0; i < length; i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(ResultReading.read(text.toString(), check)).as("seed %d", seed).isNotNull();
        }
    }
}
