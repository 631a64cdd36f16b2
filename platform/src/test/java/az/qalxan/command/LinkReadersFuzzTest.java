package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.qalxan.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers of tables and schemas answer anything with rows or with a refusal. */
class LinkReadersFuzzTest {

    private static final int TABLES = 1_000;
    private static final int SCHEMAS = 800;
    private static final String SIGNS = "\"\",,;\n\r\t '=a\u00FC\u0259\uFEFF\u0000\uD83D\uDE00";
    private static final String YAML = "{}[]:,-#&*!|>'\"%@`?\n\t a1~";

    @TempDir Path folder;

    /** What is written as RFC 4180 says is read as it was. */
    @Test
    void anyTableIsReadAsItWasWritten() throws IOException, LinkRefused {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < TABLES; round++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < 1 + random.nextInt(4); row++) {
                List<String> cells = new ArrayList<>();
                for (int cell = 0; cell < 1 + random.nextInt(4); cell++) {
                    cells.add(text(random, SIGNS, 8));
                }
                rows.add(cells);
            }
            String end = random.nextBoolean() ? "\n" : "\r\n";
            Path file = written(rows.stream().map(LinkReadersFuzzTest::line).toList(), end);
            List<CsvRows.Row> read = read(file);
            assertThat(read.stream().map(CsvRows.Row::cells).toList())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(rows);
            assertThat(read.stream().map(CsvRows.Row::raw).toList())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(rows.stream().map(LinkReadersFuzzTest::line).toList());
        }
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private Path written(List<String> lines, String end) throws IOException {
        return Files.writeString(
                folder.resolve("table.csv"),
                lines.stream().map(line -> line + end).collect(Collectors.joining()));
    }

    private static List<CsvRows.Row> read(Path file) throws IOException, LinkRefused {
        List<CsvRows.Row> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.open(file, ',')) {
            for (CsvRows.Row row = csv.next(); row != null; row = csv.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void anyBytesAreRowsOrRefused() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < TABLES; round++) {
            byte[] bytes = text(random, SIGNS, 60).getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("table.csv"), bytes);
            try {
                assertThat(read(file)).as("seed %d, round %d", seed, round).isNotNull();
            } catch (LinkRefused e) {
                refused++;
                assertThat(e)
                        .as("seed %d", seed)
                        .hasMessageContaining("line")
                        .message()
                        .hasSizeLessThan(300);
            }
        }
        assertThat(refused).isPositive().isLessThan(TABLES);
    }

    @Test
    void aRowWithoutEndIsRefusedEarly() throws IOException {
        String endless = "x".repeat(CsvRows.ROW_CHARS_MAX + 10);
        for (String line :
                List.of(
                        endless,
                        "\"" + endless,
                        "\"a\"" + " ".repeat(CsvRows.ROW_CHARS_MAX),
                        ",".repeat(CsvRows.CELLS_MAX + 1))) {
            Path file = written(List.of(line), "\n");
            assertThat(catchThrowable(() -> read(file)))
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("row 1");
        }
    }

    @Test
    void anySchemaIsReadOrRefusedWithItsFile() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String good =
                Repository.read(Repository.root().resolve("engines/linking/schemas/people.yaml"));
        int refused = 0;
        for (int round = 0; round < SCHEMAS; round++) {
            StringBuilder spoiled = new StringBuilder(good);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(spoiled.length());
                int end = Math.min(spoiled.length(), at + random.nextInt(20));
                spoiled.replace(at, end, text(random, YAML, 6));
            }
            Path file = Files.writeString(folder.resolve("schema.yaml"), spoiled);
            try {
                assertThat(LinkSchemaFile.read(file).columns())
                        .as("seed %d, round %d", seed, round)
                        .isNotEmpty();
            } catch (LinkRefused e) {
                refused++;
                assertThat(e).as("seed %d", seed).hasMessageContaining("schema.yaml");
            }
        }
        assertThat(refused).isPositive().isLessThan(SCHEMAS);
    }

    @Test
    void aSchemaThatGrowsOrNestsIsRefused() throws IOException {
        for (String text :
                List.of(
                        "a: {".repeat(20_000),
                        "[".repeat(50_000),
                        "fields: &a { b: &c { d: *a } }",
                        "x".repeat(200_000),
                        "fields:\n  a: { kind: date }\n  a: { kind: date }")) {
            Path file = Files.writeString(folder.resolve("schema.yaml"), text);
            assertThat(catchThrowable(() -> LinkSchemaFile.read(file)))
                    .isInstanceOf(LinkRefused.class);
        }
    }

    private static String text(Random random, String signs, int charsMax) {
        int[] points = signs.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(charsMax + 1); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
