package az.qalxan.command;

import az.qalxan.engines.linking.record.ClusterQuality;
import az.qalxan.engines.linking.record.Linkage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The report of a run: one HTML file without scripts and without anything from elsewhere. It holds
 * cells of the table, so it is as confidential as the table.
 */
final class LinkReport {

    private static final String STYLE =
            """
            body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff;
                   max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
            table { border-collapse: collapse; font-size: .875rem; }
            th, td { text-align: left; padding: .3rem .8rem .3rem 0; vertical-align: top;
                     border-bottom: 1px solid #d0d7de; overflow-wrap: anywhere; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            .wide { overflow-x: auto; } .weak { color: #57606a; }
            .differs { background: #fff1d6; }
            dl { display: grid; grid-template-columns: max-content auto; gap: .2rem 1.5rem; }
            dt { color: #57606a; } dd { margin: 0; }
            svg { max-width: 100%; height: auto; }
            """;

    private final Linkage linkage;
    private final LinkTable.Plan plan;
    private final Optional<ClusterQuality> quality;
    private final Map<Integer, List<String>> cells;
    private final StringBuilder html = new StringBuilder();

    LinkReport(
            Linkage linkage,
            LinkTable.Plan plan,
            Optional<ClusterQuality> quality,
            Map<Integer, List<String>> cells) {
        this.linkage = linkage;
        this.plan = plan;
        this.quality = quality;
        this.cells = cells;
    }

    /** A share as per cent, or a dash where there is nothing to tell it from. */
    static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }

    /** Writes the report, and its histogram as a picture of its own. */
    void write(Path file, Path picture) throws IOException {
        Files.writeString(file, render(), StandardCharsets.UTF_8);
        Files.writeString(picture, svg() + "\n", StandardCharsets.UTF_8);
    }

    private String svg() {
        return new ScoreHistogram(linkage.histogram(), linkage.decision().bits()).svg();
    }

    String render() {
        html.setLength(0);
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width\">");
        html.append("<title>Record linkage</title><style>").append(STYLE).append("</style>");
        html.append("</head><body><h1>Record linkage</h1>");
        summary();
        histogram();
        weights();
        keys();
        review();
        return html.append("</body></html>\n").toString();
    }

    private void summary() {
        Linkage.Decision decision = linkage.decision();
        html.append("<dl>");
        entry("Rows", count(linkage.clusters().length));
        entry("Clusters", count(linkage.persons()));
        entry("Pairs compared", count(linkage.pairsCompared()));
        entry("Pairs joined", count(decision.pairs()));
        entry(
                "Threshold",
                "%s bits, a probability of %s"
                        .formatted(decimal(decision.bits()), share(decision.probability())));
        entry("Expected precision of the joined pairs", share(decision.precision()));
        entry("Expected recall", share(decision.recall()));
        entry("Expected share of right pairs that blocking reaches", share(decision.reached()));
        quality.ifPresent(this::truth);
        html.append(
                """
                </dl><p class="weak">Expected figures come from the model alone, without looking at
                any truth. A cluster is a proposal: nothing was merged.</p>\
                """);
    }

    private void truth(ClusterQuality known) {
        entry(
                "Against the truth, pairs",
                "precision %.4f, recall %.4f, F1 %.4f"
                        .formatted(known.pairPrecision(), known.pairRecall(), known.pairF1()));
        entry(
                "Against the truth, B-cubed",
                "precision %.4f, recall %.4f, F1 %.4f"
                        .formatted(known.cubedPrecision(), known.cubedRecall(), known.cubedF1()));
    }

    private void histogram() {
        html.append(
                "<h2>Scores</h2><p>How many compared pairs have which odds of being the same"
                        + " person, in bits: 0 is even, 10 is a thousand to one.</p>");
        html.append(svg());
    }

    private void weights() {
        html.append(
                """
                <h2>Learnt weights</h2><p>m is how often rows of one person agree so far, u how
                often rows of strangers do; the weight is log2(m/u). Equal values weigh by their own
                frequency, and the figure is the average. An empty cell weighs nothing.</p>\
                """);
        Linkage.Model model = linkage.model();
        html.append(
                """
                <p>Of pairs of one person, %s have moved. For each pair of one person there are %s
                pairs of different people of one household. Of the strangers, %s live in one
                neighbourhood.</p>\
                """
                        .formatted(
                                share(model.moved()),
                                decimal(model.household() / model.person()),
                                share(model.neighbours())));
        html.append(
                """
                <table><thead><tr><th>Field</th><th>Kind</th><th>Agreement</th><th class="n">m</th>
                <th class="n">u</th><th class="n">Weight</th></tr></thead><tbody>\
                """);
        for (Linkage.LearntField field : linkage.fields()) {
            boolean first = true;
            for (Linkage.LearntLevel level : field.levels()) {
                html.append("<tr>");
                cell(first ? field.name() : "");
                cell(first ? field.kind().code() : "");
                cell(level.label());
                number(String.format(Locale.ROOT, "%.4f", level.same()));
                number(String.format(Locale.ROOT, "%.3g", level.chance()));
                number(String.format(Locale.ROOT, "%+.1f", level.bits()));
                html.append("</tr>");
                first = false;
            }
        }
        html.append("</tbody></table>");
    }

    private void keys() {
        html.append(
                """
                <h2>Blocking keys</h2><p>Chosen from the data. Rows are compared when they agree in
                at least one key; a pair is compared once, whatever the keys. Blocks that are too
                large are left to the other keys.</p>\
                """);
        html.append(
                """
                <table><thead><tr><th>Key</th><th class="n">Blocks</th><th class="n">Pairs</th>
                <th class="n">Rows in too large blocks</th></tr></thead><tbody>\
                """);
        for (Linkage.ChosenKey key : linkage.keys()) {
            html.append("<tr>");
            cell(key.label());
            number(count(key.blocks()));
            number(count(key.pairs()));
            number(count(key.left()));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void review() {
        html.append(
                """
                <h2>Pairs for review</h2><p>The pairs nearest to the threshold on both sides. Cells
                that are not equal are marked.</p><div class="wide"><table><thead><tr>
                <th class="n">Odds</th><th>Joined</th><th class="n">Row</th>\
                """);
        linkage.fields()
                .forEach(
                        field -> html.append("<th>").append(escaped(field.name())).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (Linkage.ReviewPair pair : linkage.review()) {
            row(pair, pair.first(), true);
            row(pair, pair.second(), false);
        }
        html.append("</tbody></table></div>");
    }

    private void row(Linkage.ReviewPair pair, int row, boolean first) {
        html.append("<tr>");
        number(first ? decimal(pair.bits()) : "");
        cell(!first ? "" : pair.joined() ? "yes" : "no");
        number(count(row + 1L));
        List<String> known = cells.getOrDefault(row, List.of());
        List<String> shown = new ArrayList<>();
        for (int place : plan.places()) {
            shown.add(place < known.size() ? known.get(place) : "");
        }
        for (int i = 0; i < shown.size(); i++) {
            String level = pair.levels().get(i);
            boolean differs = !level.equals("equal") && !level.equals("missing");
            html.append(
                            differs
                                    ? "<td class=\"differs\" title=\"" + escaped(level) + "\">"
                                    : "<td>")
                    .append(escaped(shortened(shown.get(i))))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    private static String shortened(String cell) {
        return cell.length() <= 120 ? cell : cell.substring(0, 120) + "…";
    }

    private void entry(String what, String value) {
        html.append("<dt>").append(escaped(what)).append("</dt><dd>").append(escaped(value));
        html.append("</dd>");
    }

    private void cell(String text) {
        html.append("<td>").append(escaped(text)).append("</td>");
    }

    private void number(String text) {
        html.append("<td class=\"n\">").append(escaped(text)).append("</td>");
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
