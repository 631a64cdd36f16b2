package az.qalxan.series;

import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Category;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of series.
 *
 * @param next the place of the next page; empty on the last one
 * @param relink linking everything anew, while it is under way; else null
 */
record SeriesListPage(
        AskedList asked,
        SeriesFilter filter,
        List<Row> rows,
        String next,
        @Nullable RelinkProgress relink,
        Choices choices) {

    SeriesListPage {
        rows = List.copyOf(rows);
    }

    /** What the filters offer. */
    record Choices(List<Category> categories, List<Body> bodies, String currency) {

        Choices {
            categories = List.copyOf(categories);
            bodies = List.copyOf(bodies);
        }
    }

    /** A series with its codes in words. */
    record Row(SeriesRow series, String categories, String regions, String bodies, String losses) {

        static Row of(SeriesRow series, LinkWords words, Map<String, String> bodies, Text text) {
            SeriesTotals totals = series.totals();
            return new Row(
                    series,
                    most(totals.categories(), code -> words.category(code, text)),
                    most(totals.regions(), code -> words.region(code, text)),
                    most(totals.bodies(), code -> bodies.getOrDefault(code, code)),
                    firstLoss(totals.losses(), text));
        }

        /** The largest amount, and how many other currencies there are. */
        private static String firstLoss(Map<String, BigDecimal> losses, Text text) {
            return losses.entrySet().stream()
                    .findFirst()
                    .map(one -> text.money(one.getValue(), one.getKey()))
                    .map(one -> losses.size() == 1 ? one : one + " +" + (losses.size() - 1))
                    .orElse("");
        }

        /** The first of them, and how many others there are. */
        private static String most(
                Map<String, Integer> counts, java.util.function.UnaryOperator<String> words) {
            String first = words.apply(counts.keySet().iterator().next());
            return counts.size() == 1 ? first : first + " +" + (counts.size() - 1);
        }

        static String losses(Map<String, BigDecimal> losses, Text text) {
            return losses.entrySet().stream()
                    .map(one -> text.money(one.getValue(), one.getKey()))
                    .collect(Collectors.joining(", "));
        }
    }

    boolean filtered() {
        return !asked.query().isEmpty();
    }

    String sinceText() {
        return AskedList.text(asked.since());
    }

    String untilText() {
        return AskedList.text(asked.until());
    }

    String lossText() {
        return AskedList.text(asked.loss());
    }
}
