package az.qalxan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that a spreadsheet would run (OWASP "CSV Injection"). */
class CsvDownloadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "\u00a0=1",
                "\u200b=1"
            })
    void aCellThatLooksLikeAFormulaIsNeutralised(String cell) {
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, List.of("column"))) {
            csv.row(List.of(cell));
        }
        String row = out.substring(out.indexOf("\n") + 1);
        String content = row.startsWith("\"") ? row.substring(1) : row;
        assertThat(content).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone-fraud", "M-2026-100001", "Bakı", "12.50", "a=b", ""})
    void anOrdinaryCellStaysAsItIs(String cell) {
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, List.of("column"))) {
            csv.row(java.util.Arrays.asList(cell, 12, null, -3));
        }
        assertThat(out.toString().replace("\"", "")).endsWith("\n" + cell + ",12,,-3\r\n");
    }
}
