package az.qalxan.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same rows as four kinds of file. */
class TabularFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final TabularFiles FILES =
            new TabularFiles(
                    TemplateEngine.createPrecompiled(
                            null,
                            ContentType.Html,
                            TabularFilesTest.class.getClassLoader(),
                            "az.qalxan"));

    private static Tabular table() {
        return new Tabular(
                "Tədbirlər & müddətlər",
                "az",
                List.of("27 noyabr 2026-cı il tarixinə", "<qeyd>"),
                List.of(
                        new Tabular.Column("code", "Nömrə", 8),
                        new Tabular.Column("text", "Mətn", 40),
                        new Tabular.Column("count", "Say", 6),
                        new Tabular.Column("day", "Gün", 10),
                        new Tabular.Column("open", "Açıq", 6)),
                List.of(
                        row(
                                "8.1.1.1",
                                "=HYPERLINK(\"http://x\")",
                                3,
                                LocalDate.of(2026, 9, 30),
                                true),
                        row("8.10", "Şəhər < kənd & \u0007", new BigDecimal("2.50"), null, false),
                        row("8.2", null, null, null, null)));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    @Test
    void aCsvCellIsNeverAFormula() {
        String csv = new String(FILES.csv(table()), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffNömrə,Mətn,Say,Gün,Açıq\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\",3,2026-09-30,true")
                .contains("8.2,,,,");
    }

    @Test
    void jsonHasTheColumnsByTheirKeys() {
        JsonNode json = JsonMapper.shared().readTree(FILES.json(table()));
        assertThat(json.at("/rows/0/day").asString()).isEqualTo("2026-09-30");
        assertThat(json.at("/rows/1/count").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(json.at("/rows/2/text").isNull()).isTrue();
        assertThat(json.at("/columns/code").asString()).isEqualTo("Nömrə");
    }

    @Test
    void aWorkbookHoldsTextsAsTextsAndNumbersAsNumbers() throws Exception {
        Map<String, String> parts = parts(FILES.xlsx(table()));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>").contains("<v>3</v>", "<v>2.50</v>");
        assertThat(words(parts.getOrDefault("xl/sharedStrings.xml", "")))
                .contains("=HYPERLINK(\"http://x\")", "Şəhər < kənd & ", "Nömrə");
        assertThat(parts.keySet()).contains("xl/worksheets/sheet2.xml");
    }

    @Test
    void aPrintIsPdfA3AndSaysEveryCell() throws IOException {
        byte[] pdf = FILES.pdf(table(), NOW);
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("table.pdf"), pdf);
        assertThat(PdfJudge.faults(pdf)).isEmpty();
        assertThat(PdfJudge.words(pdf))
                .contains("Tədbirlər & müddətlər", "<qeyd>", "=HYPERLINK", "2026-09-30", "1 / 1");
    }

    @Test
    void aColumnWithoutWidthIsInFilesForProgramsOnly() {
        Tabular table =
                new Tabular(
                        "t",
                        "az",
                        List.of(),
                        List.of(new Tabular.Column("a", "A", 1), new Tabular.Column("b", "B", 0)),
                        List.of(row("görünən", "gizli")));
        assertThat(new String(FILES.csv(table), StandardCharsets.UTF_8)).contains("görünən,gizli");
        assertThat(PdfJudge.words(FILES.pdf(table, NOW)))
                .contains("görünən")
                .doesNotContain("gizli");
    }

    @Test
    void aRowOfAnotherWidthIsADefect() {
        assertThatThrownBy(() ->
                        new Tabular(
                                "t",
                                "az",
                                List.of(),
                                List.of(new Tabular.Column("a", "A", 1)),
                                List.of(row("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> words(String xml) throws Exception {
        NodeList texts =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getElementsByTagName("t");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Path file =
                Files.write(
                        Files.createDirectories(Path.of("target", "papers")).resolve("table.xlsx"),
                        workbook);
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
