package az.qalxan.law;

import az.qalxan.web.CsvDownload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The harmonisation matrix as open data, a row for each cell. */
record OpenMatrix(String treaty, String on, @Nullable String known, List<Row> cells) {

    OpenMatrix {
        cells = List.copyOf(cells);
    }

    /** A cell as programs read it. */
    record Row(
            String article,
            String title,
            String state,
            String fit,
            String standing,
            String national,
            String nationalTitle,
            @Nullable String assessor,
            @Nullable String assessedAt,
            @Nullable String reviewDue,
            boolean toBeReviewed,
            List<String> sources,
            String link) {

        Row {
            sources = List.copyOf(sources);
        }
    }

    static OpenMatrix of(LawView view, Matrix matrix) {
        List<Row> cells = new ArrayList<>();
        for (Matrix.Row row : matrix.rows()) {
            String title =
                    view.provision(row.clause()).map(one -> one.fact().title().en()).orElse("");
            row.cells().forEach(cell -> cells.add(row(view, cell, title)));
        }
        return new OpenMatrix(
                matrix.treaty(),
                view.on().toString(),
                view.as().known() == null ? null : view.as().known().toString(),
                cells);
    }

    private static Row row(LawView view, Cell cell, String title) {
        var held = cell.held();
        return new Row(
                cell.treaty().article(),
                title,
                cell.state().code(),
                cell.fit().name(),
                cell.standing().name(),
                held == null ? "" : String.valueOf(text(held.fact().national())),
                held == null ? "" : held.fact().title().en(),
                held == null ? null : held.fact().by().name(),
                held == null ? null : held.fact().by().at().toString(),
                held == null ? null : text(held.fact().reviewDue()),
                cell.reopened() || cell.due(),
                held == null ? List.of() : held.citation().sources(),
                view.at(cell.path()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    String csv() {
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        file,
                        List.of(
                                "treaty",
                                "article",
                                "title",
                                "state",
                                "fit",
                                "standing",
                                "national",
                                "national_title",
                                "assessor",
                                "assessed_at",
                                "review_due",
                                "to_be_reviewed",
                                "sources",
                                "link"))) {
            for (Row row : cells) {
                List<@Nullable Object> line = new ArrayList<>();
                line.add(treaty);
                line.add(row.article());
                line.add(row.title());
                line.add(row.state());
                line.add(row.fit());
                line.add(row.standing());
                line.add(row.national());
                line.add(row.nationalTitle());
                line.add(row.assessor());
                line.add(row.assessedAt());
                line.add(row.reviewDue());
                line.add(row.toBeReviewed());
                line.add(String.join(" ", row.sources()));
                line.add(row.link());
                csv.row(line);
            }
        }
        return file.toString();
    }
}
