package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.synthesis.SyntheticPeople;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Linking depends on content alone and stays bounded for any table. */
class RecordLinkageTest {

    @Test
    void theOrderOfRowsDoesNotMatter() {
        TestTables.Table people =
                numbered(TestTables.people(3, SyntheticPeople.Wear.heavy(), 1_500));
        Set<Set<String>> first = clusters(people, people.link());
        long seed = System.nanoTime();
        for (int round = 0; round < 4; round++) {
            TestTables.Table shuffled = people.shuffled(seed + round);
            assertThat(clusters(shuffled, shuffled.link())).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void theSameTableGivesTheSameFigures() {
        TestTables.Table people = TestTables.people(4, SyntheticPeople.Wear.usual(), 3_000);
        Linkage one = people.link();
        Linkage other = people.link();
        assertThat(other.clusters()).isEqualTo(one.clusters());
        assertThat(other.fields()).isEqualTo(one.fields());
        assertThat(other.histogram()).isEqualTo(one.histogram());
        assertThat(other.decision()).isEqualTo(one.decision());
        assertThat(other.keys()).isEqualTo(one.keys());
    }

    /** Rows are named by their truth and their place, so that equal rows stay apart. */
    private static TestTables.Table numbered(TestTables.Table table) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < table.persons().size(); i++) {
            names.add(table.persons().get(i) + "/" + i);
        }
        return new TestTables.Table(table.schema(), table.rows(), names);
    }

    private static Set<Set<String>> clusters(TestTables.Table table, Linkage linkage) {
        Map<Integer, Set<String>> clusters = new HashMap<>();
        for (int row = 0; row < linkage.clusters().length; row++) {
            clusters.computeIfAbsent(linkage.clusters()[row], c -> new HashSet<>())
                    .add(table.persons().get(row));
        }
        return new HashSet<>(clusters.values());
    }

    @Test
    void equalRowsAreOnePersonWithoutComparingThem() {
        TestTables.Table people = TestTables.people(5, SyntheticPeople.Wear.usual(), 2_000);
        List<String> full =
                people.rows().stream().filter(row -> !row.contains("")).findFirst().orElseThrow();
        List<List<String>> rows = new ArrayList<>(people.rows());
        List<String> persons = new ArrayList<>(people.persons());
        int alone = people.rows().size();
        for (int i = 0; i < 100_000; i++) {
            rows.add(full);
            persons.add("many");
        }
        Linkage linkage = new TestTables.Table(people.schema(), rows, persons).link();
        assertThat(linkage.pairsCompared()).isLessThan(20_000_000_000L);
        assertThat(linkage.clusters()).hasSize(alone + 100_000);
        int one = linkage.clusters()[alone];
        for (int row = alone; row < rows.size(); row++) {
            assertThat(linkage.clusters()[row]).isEqualTo(one);
        }
    }

    @Test
    void nothingButEqualRowsIsBounded() {
        List<List<String>> rows =
                Collections.nCopies(
                        100_000,
                        List.of(
                                "Əli",
                                "Məmmədov",
                                "01.01.1990",
                                "1A2B3C4",
                                "0505550127",
                                "12",
                                "Nizami küçəsi",
                                "Yasamal",
                                "AZ1065",
                                "baku"));
        TestTables.Table table =
                new TestTables.Table(TestTables.PEOPLE, rows, Collections.nCopies(100_000, "one"));
        assertThat(table.link().persons()).isEqualTo(1);
    }

    @Test
    void rowsThatAreNearlyEqualAndNearlyEmptyAreBounded() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add(List.of("Əli", "", "", "", "", "", "", "", "", "baku"));
            rows.add(
                    List.of(
                            "Əli",
                            "Məmmədov",
                            "01.01.1990",
                            Integer.toString(1_000_000 + i),
                            "",
                            "12",
                            "Nizami",
                            "Yasamal",
                            "AZ1065",
                            "baku"));
        }
        TestTables.Table table =
                new TestTables.Table(TestTables.PEOPLE, rows, Collections.nCopies(200_000, "?"));
        Linkage linkage = table.link();
        assertThat(linkage.pairsCompared()).isLessThan(50L * rows.size());
        Set<Integer> sparse = new HashSet<>();
        for (int row = 0; row < rows.size(); row += 2) {
            sparse.add(linkage.clusters()[row]);
        }
        assertThat(sparse).as("a first name alone joins nobody").hasSize(100_000);
    }

    @Test
    void tinyAndEmptyTablesAreLinked() {
        for (int rows = 0; rows < 4; rows++) {
            Records records = new Records(TestTables.FEBRL);
            for (int i = 0; i < rows; i++) {
                records.add(List.of("a" + i, "b", "", "", "", "", "", "", "", "7" + i));
            }
            Linkage linkage = RecordLinkage.link(records, 0, (what, size) -> {});
            assertThat(linkage.clusters()).hasSize(rows);
            assertThat(linkage.persons()).isLessThanOrEqualTo(rows);
        }
    }

    @Test
    void anyCellsAreTaken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> nasty =
                List.of(
                        "",
                        " ",
                        "\u0000",
                        "\uD800",
                        "𝕏".repeat(400),
                        "a".repeat(100_000),
                        "漢字",
                        "-0",
                        "99999999999999999999",
                        "31.02.2020",
                        "@",
                        "\u202Eabc",
                        "ﬀ",
                        "\u0301",
                        "İ",
                        "null");
        Records records = new Records(TestTables.PEOPLE);
        for (int row = 0; row < 3_000; row++) {
            List<String> cells = new ArrayList<>();
            for (int field = 0; field < 10; field++) {
                cells.add(nasty.get(random.nextInt(nasty.size())));
            }
            records.add(cells);
        }
        assertThat(RecordLinkage.link(records, 0, (what, size) -> {}).clusters())
                .as("seed %d", seed)
                .hasSize(3_000);
    }

    @Test
    void aChainOfWeakLinksDoesNotJoinItsEnds() {
        TestTables.Table people = TestTables.people(8, SyntheticPeople.Wear.usual(), 4_000);
        List<List<String>> rows = new ArrayList<>(people.rows());
        List<String> persons = new ArrayList<>(people.persons());
        // Two people of one name; the middle row could be either.
        rows.add(
                List.of(
                        "Nigar",
                        "Qasımova",
                        "03.04.1970",
                        "AAAAAA1",
                        "0501111111",
                        "5",
                        "Füzuli",
                        "Quba",
                        "AZ4001",
                        "guba"));
        rows.add(List.of("Nigar", "Qasımova", "", "", "", "", "", "", "", ""));
        rows.add(
                List.of(
                        "Nigar",
                        "Qasımova",
                        "28.11.1999",
                        "BBBBBB2",
                        "0772222222",
                        "90",
                        "Bülbül",
                        "Şəki",
                        "AZ5501",
                        "sheki"));
        persons.addAll(List.of("x", "?", "y"));
        int[] clusters = new TestTables.Table(people.schema(), rows, persons).link().clusters();
        assertThat(clusters[clusters.length - 3]).isNotEqualTo(clusters[clusters.length - 1]);
    }

    @Test
    void aWantedPrecisionRaisesTheThreshold() {
        TestTables.Table people = TestTables.people(9, SyntheticPeople.Wear.heavy(), 4_000);
        Linkage usual = people.link();
        Records records = new Records(people.schema());
        people.rows().forEach(records::add);
        Linkage careful = RecordLinkage.link(records, 0.999, (what, size) -> {});
        assertThat(careful.decision().bits()).isGreaterThan(usual.decision().bits());
        assertThat(people.quality(careful).pairPrecision())
                .isGreaterThan(people.quality(usual).pairPrecision());
    }

    /** Cells as a data frame with gaps writes them. */
    @Test
    void decimalsOfWholeNumbersAreRead() {
        Records records = new Records(TestTables.FEBRL);
        records.add(List.of("a", "b", "7.0", "", "", "", "4000.0", "", "19560409.0", "12.0.0"));
        records.add(List.of("a", "b", "7", "", "", "", "4000", "", "1956-04-09", "12"));
        for (int field = 0; field < 9; field++) {
            assertThat(records.cell(1, field)).isEqualTo(records.cell(0, field));
        }
        assertThat(records.cell(1, 9)).isNotEqualTo(records.cell(0, 9));
    }

    @Test
    void wrongSchemasAndRowsAreRefused() {
        assertThatThrownBy(() -> TestTables.schema(List.of(), List.of()))
                .hasMessageContaining("1 to 16 fields");
        assertThatThrownBy(() ->
                        TestTables.schema(
                                List.of(FieldKind.DATE, FieldKind.PHONE),
                                List.of(new LinkSchema.Swap(0, 1))))
                .hasMessageContaining("compared alike");
        assertThatThrownBy(() -> new Records(TestTables.FEBRL).add(List.of("a")))
                .hasMessageContaining("10 fields");
    }
}
