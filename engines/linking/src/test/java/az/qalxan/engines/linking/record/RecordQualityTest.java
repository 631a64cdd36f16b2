package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.engines.synthesis.SyntheticPeople;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well persons are found, without labels; prints a line for each table. */
class RecordQualityTest {

    private static final List<HarderFebrl.Wear> WEARS =
            List.of(
                    new HarderFebrl.Wear("5 duplicates, 1-6 changes", 5, 1, 6, 2),
                    new HarderFebrl.Wear("5 duplicates, 3-10 changes", 5, 3, 10, 3),
                    new HarderFebrl.Wear("9 duplicates, 3-8 changes", 9, 3, 8, 3),
                    new HarderFebrl.Wear("5 duplicates, 6-14 changes", 5, 6, 14, 3));

    private static ClusterQuality measured(String name, TestTables.Table table) {
        Linkage linkage = table.link();
        ClusterQuality quality = table.quality(linkage);
        System.out.printf(
                "%-40s rows %6d  pairs compared %8d  precision %.4f  recall %.4f  F1 %.4f"
                        + "  B-cubed %.4f  expected %.4f %.4f%n",
                name,
                table.rows().size(),
                linkage.pairsCompared(),
                quality.pairPrecision(),
                quality.pairRecall(),
                quality.pairF1(),
                quality.cubedF1(),
                linkage.decision().precision(),
                linkage.decision().recall());
        return quality;
    }

    private static TestTables.Table febrl(int set) throws IOException {
        Optional<Path> file = TestTables.outside("linking/dataset" + set + ".csv");
        assumeTrue(
                file.isPresent(),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder to measure FEBRL");
        return TestTables.febrl(file.orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void febrlIsFoundWhole(int set) throws IOException {
        assertThat(measured("FEBRL " + set, febrl(set)).pairF1()).isGreaterThanOrEqualTo(0.995);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void febrlIsFoundWithoutIdentityNumbers(int set) throws IOException {
        TestTables.Table whole = febrl(set);
        assertThat(measured("FEBRL " + set + " without soc_sec_id", without(whole, 9)).pairF1())
                .isGreaterThanOrEqualTo(0.99);
        assertThat(
                        measured(
                                        "FEBRL " + set + " without date and soc_sec_id",
                                        without(without(whole, 9), 8))
                                .pairF1())
                .isGreaterThanOrEqualTo(0.98);
    }

    private static TestTables.Table without(TestTables.Table table, int field) {
        List<FieldKind> kinds = new ArrayList<>();
        table.schema().fields().forEach(known -> kinds.add(known.kind()));
        kinds.remove(field);
        List<List<String>> rows =
                table.rows().stream()
                        .map(row -> {
                            List<String> cells = new ArrayList<>(row);
                            cells.remove(field);
                            return List.copyOf(cells);
                        })
                        .toList();
        return new TestTables.Table(
                TestTables.schema(kinds, table.schema().swaps()), rows, table.persons());
    }

    @Test
    void harderFebrlIsFound() throws IOException {
        TestTables.Table whole = febrl(2);
        double[] least = {0.995, 0.985, 0.985, 0.95};
        for (int i = 0; i < WEARS.size(); i++) {
            TestTables.Table harder = HarderFebrl.of(whole, 2_000, WEARS.get(i), 17);
            assertThat(measured("FEBRL 2, " + WEARS.get(i).name(), harder).pairF1())
                    .isGreaterThanOrEqualTo(least[i]);
        }
    }

    @Test
    void originalsAloneJoinNobody() throws IOException {
        TestTables.Table alone =
                HarderFebrl.of(febrl(2), 4_000, new HarderFebrl.Wear("none", 0, 1, 1, 1), 1);
        assertThat(alone.link().persons()).isEqualTo(4_000);
    }

    @Test
    void peopleAreFoundInAnyLettersAndHouseholdsStayApart() {
        ClusterQuality usual =
                measured(
                        "people, usual wear",
                        TestTables.people(7, SyntheticPeople.Wear.usual(), 10_000));
        assertThat(usual.pairF1()).isGreaterThanOrEqualTo(0.98);
        assertThat(usual.pairPrecision()).isGreaterThanOrEqualTo(0.98);
        ClusterQuality heavy =
                measured(
                        "people, heavy wear",
                        TestTables.people(7, SyntheticPeople.Wear.heavy(), 10_000));
        assertThat(heavy.pairF1()).isGreaterThanOrEqualTo(0.94);
        assertThat(heavy.pairPrecision()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void theExpectedErrorIsNearTheRealOne() {
        for (SyntheticPeople.Wear wear :
                List.of(SyntheticPeople.Wear.usual(), SyntheticPeople.Wear.heavy())) {
            TestTables.Table people = TestTables.people(11, wear, 8_000);
            Linkage linkage = people.link();
            ClusterQuality real = people.quality(linkage);
            assertThat(linkage.decision().precision())
                    .isCloseTo(real.pairPrecision(), within(0.02));
            assertThat(linkage.decision().recall()).isCloseTo(real.pairRecall(), within(0.04));
        }
    }

    @Test
    void commonNamesWeighLessThanRareOnes() {
        TestTables.Table people = TestTables.people(12, SyntheticPeople.Wear.usual(), 5_000);
        Records records = new Records(people.schema());
        people.rows().forEach(records::add);
        records.seal();
        Units units = Units.of(records);
        PairLevels levels = new PairLevels(units, records);
        PatternCounts chance = new PatternCounts();
        for (int unit = 1; unit < units.count(); unit++) {
            chance.add(levels.pattern(unit - 1, unit), 1);
        }
        PairClasses classes =
                new Learning(
                                FieldTraits.of(records.schema()),
                                new Learning.Evidence(
                                        PairSample.of(chance),
                                        PairSample.of(new PatternCounts()),
                                        units.count()))
                        .first();
        TermFrequencies frequencies =
                TermFrequencies.of(Groups.of(units, new Forest(units.count())), records, classes);
        ValuePool families = records.pool(1);
        assertThat(frequencies.bits(1, number(families, "memmedova")))
                .isLessThan(frequencies.bits(1, number(families, "qurbanova")) - 1);
    }

    private static int number(ValuePool pool, String value) {
        for (int number = 1; number <= pool.count(); number++) {
            if (pool.text(number).equals(value)) {
                return number;
            }
        }
        throw new AssertionError(value + " is not there");
    }
}
