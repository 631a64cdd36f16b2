package az.qalxan.command;

import az.qalxan.engines.linking.record.Linkage;
import az.qalxan.web.CsvDownload;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the table with the clusters, and picks out the rows that a person should review.
 *
 * <p>Rows are copied as they stand, with the number behind them: the file is read by programs, and
 * a sign before {@code +994…} or {@code -5} would be damage that nobody sees. A number of a cluster
 * is never a formula. Cells that a spreadsheet would take for one are counted, and guarded as in
 * {@link CsvDownload} only when that is asked for.
 */
final class LinkOutput {

    private final LinkTable table;
    private final Linkage linkage;
    private final Set<Integer> wanted = new HashSet<>();
    private final Map<Integer, List<String>> review = new HashMap<>();
    private final boolean guarded;
    private int row = 0;
    private long formulas = 0;

    LinkOutput(LinkTable table, Linkage linkage, boolean guarded) {
        this.table = table;
        this.guarded = guarded;
        this.linkage = linkage;
        for (Linkage.ReviewPair pair : linkage.review()) {
            wanted.add(pair.first());
            wanted.add(pair.second());
        }
    }

    /** How many cells of the table a spreadsheet would take for formulas. */
    long formulas() {
        return formulas;
    }

    /** The cells of the rows to review, by number of the row. */
    Map<Integer, List<String>> review() {
        return Map.copyOf(review);
    }

    /** Reads the table again and writes it; the file appears only when it is whole. */
    void write(Path out) throws IOException, LinkRefused {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            writeTo(part);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void writeTo(Path part) throws IOException, LinkRefused {
        try (BufferedWriter writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            if (table.marked()) {
                writer.append('\uFEFF');
            }
            line(writer, new CsvRows.Row(table.header(), table.raw()), LinkTable.CLUSTER_COLUMN);
            table.read(
                    new LinkTable.Taker() {
                        @Override
                        public void row(CsvRows.Row next) throws IOException, LinkRefused {
                            write(writer, next);
                        }

                        @Override
                        public void repeatedHeader(CsvRows.Row header) throws IOException {
                            line(writer, header, LinkTable.CLUSTER_COLUMN);
                        }
                    });
            if (row != linkage.clusters().length) {
                throw changed();
            }
        }
    }

    private void write(BufferedWriter writer, CsvRows.Row next) throws IOException, LinkRefused {
        if (row == linkage.clusters().length) {
            throw changed();
        }
        if (wanted.contains(row)) {
            review.put(row, List.copyOf(next.cells()));
        }
        line(writer, next, Integer.toString(linkage.clusters()[row]));
        row++;
    }

    private LinkRefused changed() {
        return new LinkRefused(
                "the input changed while it was being linked; run the command again.");
    }

    private void line(BufferedWriter writer, CsvRows.Row next, String cluster) throws IOException {
        for (String cell : next.cells()) {
            formulas += CsvDownload.isFormula(cell) ? 1 : 0;
        }
        if (guarded) {
            for (String cell : next.cells()) {
                writer.append(quoted(CsvDownload.isFormula(cell) ? "'" + cell : cell));
                writer.append(table.separator());
            }
        } else {
            writer.append(next.raw()).append(table.separator());
        }
        writer.append(cluster).append('\n');
    }

    /** Quoted only where it must be. */
    private String quoted(String cell) {
        boolean plain = cell.equals(cell.strip());
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c != table.separator() && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
