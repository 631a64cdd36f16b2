package az.qalxan.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./qalxan link} as people use it. */
class LinkCommandTest {

    private static final Path FEBRL = schema("febrl.yaml");
    private static final Path PEOPLE = schema("people.yaml");
    private static final String HEADER =
            "rec_id, given_name, surname, date_of_birth, soc_sec_id, postcode";

    @TempDir Path folder;

    private static Path schema(String name) {
        return Repository.root().resolve("engines/linking/schemas").resolve(name).toAbsolutePath();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Path out() {
        return folder.resolve("linked.csv");
    }

    private Ran link(Path input, Path schema, Object... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of("--input", input, "--schema", schema, "--out", out(), "--json"));
        words.addAll(List.of(more));
        return Ran.of(new LinkCommand(), words.toArray());
    }

    private Path people(int rows) {
        Path file = folder.resolve("people.csv");
        assertThat(Ran.of(new PeopleCommand(), "--out", file, "--rows", rows).code()).isZero();
        return file;
    }

    @Test
    void inventedPeopleAreFound() throws IOException {
        Path people = people(6_000);
        Ran ran = link(people, PEOPLE);
        assertThat(ran.error()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.json().at("/truth/pairwise/f1").asDouble()).isGreaterThan(0.97);
        assertThat(ran.json().at("/truth/pairwise/precision").asDouble()).isGreaterThan(0.97);
        List<String> in = Files.readAllLines(people);
        List<String> linked = Files.readAllLines(out());
        assertThat(linked).hasSameSizeAs(in);
        assertThat(linked.getFirst()).isEqualTo(in.getFirst() + ",cluster_id");
        for (int i = 1; i < in.size(); i++) {
            assertThat(linked.get(i)).startsWith(in.get(i) + ",");
        }
        assertThat(Files.readString(folder.resolve("linked.report.html")))
                .contains("Learnt weights", "<svg", "Pairs for review", "Against the truth");
        assertThat(Files.readString(folder.resolve("linked.scores.svg"))).startsWith("<svg");
    }

    /** The outside data, where it is there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void febrlIsFound(int set) {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path data =
                named == null
                        ? Repository.root().toAbsolutePath().resolve("../shared/data")
                        : Path.of(named);
        Path file = data.resolve("linking/dataset" + set + ".csv").normalize();
        assumeTrue(
                Files.isReadable(file),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder to measure FEBRL");
        Ran ran = link(file, FEBRL);
        assertThat(ran.code()).isZero();
        assertThat(ran.json().at("/truth/pairwise/f1").asDouble()).isGreaterThanOrEqualTo(0.97);
    }

    /** Rows in another order, with numbers that say nothing or lie, come into the same clusters. */
    @Test
    void neitherOrderNorTruthIsEvidence() throws IOException {
        List<String> lines = Files.readAllLines(people(3_000));
        List<String> rows =
                lines.subList(1, lines.size()).stream()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .toList();
        long seed = System.nanoTime();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        List<String> told = new ArrayList<>(List.of(lines.getFirst()));
        List<String> lying = new ArrayList<>(List.of(lines.getFirst()));
        List<String> without = new ArrayList<>(List.of(lines.getFirst().replace("rec_id,", "")));
        for (int i = 0; i < rows.size(); i++) {
            told.add(lines.get(i + 1));
        }
        Collections.shuffle(order, new Random(seed));
        for (int row : order) {
            lying.add("1-1," + rows.get(row));
            without.add(rows.get(row));
        }
        Set<Set<String>> first = clusters(told, 1);
        assertThat(clusters(lying, 1)).as("seed %d", seed).isEqualTo(first);
        assertThat(clusters(without, 0)).as("seed %d", seed).isEqualTo(first);
    }

    /** The clusters as sets of rows, without their first columns. */
    private Set<Set<String>> clusters(List<String> table, int columnsLeftOut) throws IOException {
        Path input = file("table.csv", table.toArray(String[]::new));
        assertThat(link(input, PEOPLE).code()).isZero();
        Map<String, Set<String>> clusters = new HashMap<>();
        List<String> lines = Files.readAllLines(out());
        for (String line : lines.subList(1, lines.size())) {
            int end = line.lastIndexOf(',');
            int start = columnsLeftOut == 0 ? 0 : line.indexOf(',') + 1;
            clusters.computeIfAbsent(line.substring(end), c -> new HashSet<>())
                    .add(line.substring(start, end));
        }
        return new HashSet<>(clusters.values());
    }

    @Test
    void rowsAreCopiedAsTheyStand() throws IOException {
        String odd = "rec-1-org,  \"Ann, \"\"A\"\"\" ,=1+1,+994 50 555 01 27, -5 ,@x";
        String broken = "rec-2-org,\"two\nlines\",b,19700101,7654321,AZ1000";
        Path input = file("odd.csv", "\uFEFF" + HEADER, "", odd, broken);
        Ran ran = link(input, FEBRL);
        assertThat(ran.code()).as(ran.error()).isZero();
        assertThat(Files.readString(out()))
                .isEqualTo("\uFEFF" + HEADER + ",cluster_id\n" + odd + ",1\n" + broken + ",2\n");
        assertThat(ran.json().path("formulaCells").asInt()).isEqualTo(4);
    }

    @Test
    void formulasAreGuardedWhenThatIsAskedFor() throws IOException {
        Path input = file("odd.csv", HEADER, "rec-1-org,=1+1,b,19700101,-5,AZ1000");
        assertThat(link(input, FEBRL, "--spreadsheet").code()).isZero();
        assertThat(Files.readAllLines(out()).getLast())
                .isEqualTo("rec-1-org,'=1+1,b,19700101,'-5,AZ1000,1");
    }

    @Test
    void severalFilesAreOneTable() throws IOException {
        Path a = file("a.csv", HEADER, "rec-1-org,ann,abel,19700101,7654321,4000");
        Path b = file("b.csv", HEADER, "rec-1-dup-0,ann,abell,19700101,7654321,4000");
        Ran ran = link(a, FEBRL, "--input", b);
        assertThat(ran.json().path("rows").asInt()).isEqualTo(2);
        assertThat(ran.json().at("/truth/pairs").asInt()).isOne();
        assertThat(Files.readAllLines(out())).hasSize(3);
    }

    @Test
    void aTruthThatWasAskedForMustBeThere() throws IOException {
        Path input = file("a.csv", HEADER, "rec-1-org,ann,abel,19700101,7654321,4000");
        assertThat(link(input, FEBRL, "--truth", "who").error()).contains("who", "rec_id");
        assertThat(link(input, FEBRL, "--truth", "postcode").error())
                .contains("linked by: postcode");
        assertThat(link(input, FEBRL, "--truth", "REC_ID").json().at("/truth/rows").asInt())
                .isOne();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws IOException {
        Path narrow = file("narrow.csv", HEADER, "rec-1,a,b", "rec-2,a,b,c,d,e", "x");
        assertRefused(link(narrow, FEBRL), "line 2: 3 cells where the header has 6", "line 4");
        assertRefused(
                link(file("open.csv", HEADER, "rec-1,\"a,b"), FEBRL), "line 2", "never closed");
        assertRefused(link(file("empty.csv", ""), FEBRL), "empty.csv is empty");
        assertRefused(link(file("other.csv", "a,b", "1,2"), FEBRL), "The header is: a, b");
        assertRefused(link(folder.resolve("none.csv"), FEBRL), "none.csv cannot be read");
        Path latin = folder.resolve("latin.csv");
        Files.writeString(latin, HEADER + "\nrec-1,Ren\u00E9,b,c,d,e\n", ISO_8859_1);
        assertRefused(link(latin, FEBRL), "line 2", "column 2", "UTF-8");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aWrongSchemaIsRefusedWithAllThatIsWrong() throws IOException {
        Path input = file("a.csv", HEADER, "rec-1,a,b,c,d,e");
        Path schema =
                file(
                        "wrong.yaml",
                        "fields:",
                        "  surname: { kind: surname }",
                        "  postcode: { kind: postcode, swapped-with: nobody }",
                        "colour: red",
                        "precision: 2");
        assertRefused(
                link(input, schema),
                "wrong.yaml, line 2",
                "family-name, date",
                "line 3",
                "line 4",
                "allowed are fields, precision, truth",
                "line 5");
        assertRefused(link(input, file("list.yaml", "- a")), "line 1");
        assertRefused(link(input, file("torn.yaml", "fields: {")), "torn.yaml");
        assertRefused(link(input, folder.resolve("gone.yaml")), "gone.yaml cannot be read");
    }

    @Test
    void noInputIsEverOverwritten() throws IOException {
        Path input = file("linked.csv", HEADER, "rec-1,a,b,c,d,e");
        assertRefused(link(input, FEBRL), "would be overwritten");
        assertThat(Files.readString(input)).startsWith(HEADER);
    }

    @Test
    void aWrongCommandLineHasItsOwnCode() throws IOException {
        assertThat(Ran.of(new LinkCommand(), "--input", "a.csv").code()).isEqualTo(2);
        Path input = file("a.csv", HEADER);
        assertThat(link(input, FEBRL, "--separator", "\"").code()).isEqualTo(2);
        assertThat(Ran.of(new PeopleCommand(), "--out", out(), "--rows", 0).code()).isEqualTo(2);
    }

    @Test
    void aTableWithoutRowsIsLinked() throws IOException {
        Ran ran = link(file("none.csv", HEADER), FEBRL);
        assertThat(ran.code()).as(ran.error()).isZero();
        assertThat(Files.readAllLines(out())).containsExactly(HEADER + ",cluster_id");
    }

    private static void assertRefused(Ran ran, String... words) {
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.error()).startsWith("link: ").contains(words);
    }
}
