package az.qalxan.command;

import az.qalxan.engines.linking.record.Linkage;
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

/** Writes the table with the clusters, and picks out the rows that a person should review. */
final class LinkOutput {

    private final LinkTable table;
    private final Linkage linkage;
    private final Set<Integer> wanted = new HashSet<>();
    private final Map<Integer, List<String>> review = new HashMap<>();
    private int row = 0;

    LinkOutput(LinkTable table, Linkage linkage) {
        this.table = table;
        this.linkage = linkage;
        for (Linkage.ReviewPair pair : linkage.review()) {
            wanted.add(pair.first());
            wanted.add(pair.second());
        }
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
            line(writer, table.header(), LinkTable.CLUSTER_COLUMN);
            table.read(
                    new LinkTable.Taker() {
                        @Override
                        public void row(List<String> cells) throws IOException, LinkRefused {
                            next(writer, cells);
                        }

                        @Override
                        public void repeatedHeader() throws IOException {
                            line(writer, table.header(), LinkTable.CLUSTER_COLUMN);
                        }
                    });
            if (row != linkage.clusters().length) {
                throw changed();
            }
        }
    }

    private void next(BufferedWriter writer, List<String> cells) throws IOException, LinkRefused {
        if (row == linkage.clusters().length) {
            throw changed();
        }
        if (wanted.contains(row)) {
            review.put(row, List.copyOf(cells));
        }
        line(writer, cells, Integer.toString(linkage.clusters()[row]));
        row++;
    }

    private LinkRefused changed() {
        return new LinkRefused(
                "the input changed while it was being linked; run the command again.");
    }

    private void line(BufferedWriter writer, List<String> cells, String cluster)
            throws IOException {
        for (String cell : cells) {
            writer.append(quoted(cell)).append(table.separator());
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
