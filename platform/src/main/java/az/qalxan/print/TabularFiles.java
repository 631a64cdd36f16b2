package az.qalxan.print;

import az.qalxan.web.CsvDownload;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a table as a file of each kind. */
@Component
public class TabularFiles {

    /** Rows of a print; a longer table is for a program, and thousands of pages are for nobody. */
    public static final int PRINT_ROWS_MAX = 2_000;

    private static final int WIDTH_MAX = 60;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TemplateEngine templates;

    TabularFiles(TemplateEngine templates) {
        this.templates = templates;
    }

    /** For spreadsheets that read text; no cell is taken for a formula. */
    public byte[] csv(Tabular table) {
        StringBuilder file = new StringBuilder();
        List<String> titles = table.columns().stream().map(Tabular.Column::title).toList();
        try (CsvDownload csv = new CsvDownload(file, titles)) {
            table.rows().forEach(csv::row);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** For programs: the columns by their keys. */
    public byte[] json(Tabular table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                @Nullable Object cell = row.get(i);
                one.put(
                        table.columns().get(i).key(),
                        cell instanceof LocalDate day ? day.toString() : cell);
            }
            rows.add(one);
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("title", table.title());
        file.put("language", table.language());
        file.put("notes", table.notes());
        file.put("columns", columns(table));
        file.put("rows", rows);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static Map<String, String> columns(Tabular table) {
        Map<String, String> columns = new LinkedHashMap<>();
        table.columns().forEach(one -> columns.put(one.key(), one.title()));
        return columns;
    }

    /** Office Open XML: the table, and on a second sheet the notes. Every text is text. */
    public byte[] xlsx(Tabular table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Qalxan", "1.0")) {
            fill(book.newWorksheet("1"), table);
            Worksheet notes = book.newWorksheet("2");
            notes.value(0, 0, table.title());
            notes.style(0, 0).bold().set();
            notes.width(0, WIDTH_MAX);
            for (int i = 0; i < table.notes().size(); i++) {
                notes.value(i + 1, 0, table.notes().get(i));
                notes.style(i + 1, 0).wrapText(true).set();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file in memory", e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, Tabular table) {
        int columns = table.columns().size();
        for (int c = 0; c < columns; c++) {
            sheet.value(0, c, table.columns().get(c).title());
            sheet.width(c, width(table.columns().get(c)));
        }
        sheet.range(0, 0, 0, columns - 1).style().bold().wrapText(true).set();
        sheet.freezePane(0, 1);
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < columns; c++) {
                cell(sheet, r + 1, c, table.rows().get(r).get(c));
            }
        }
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), columns - 1);
        }
    }

    private static int width(Tabular.Column column) {
        return column.width() == 0 ? WIDTH_MAX : Math.min(WIDTH_MAX, column.width() + 2);
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {
                // An empty cell says that there is nothing.
            }
            case BigDecimal number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number);
            case Boolean yes -> sheet.value(row, column, yes);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, cell.toString());
        }
    }

    /** PDF/A-3a in landscape with the data inside as JSON; unsigned. */
    public byte[] pdf(Tabular table, Instant now) {
        StringOutput html = new StringOutput();
        templates.render("print/table.jte", Map.of("table", table.printed(PRINT_ROWS_MAX)), html);
        Attached data =
                new Attached("qalxan-table.json", "The rows", "application/json", json(table));
        return PdfPrint.print(html.toString(), List.of(data), now);
    }
}
