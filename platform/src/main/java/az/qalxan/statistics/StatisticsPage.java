package az.qalxan.statistics;

import java.time.LocalDate;
import java.util.List;

/** What the statistics page shows. */
record StatisticsPage(
        Period period,
        LocalDate today,
        FactCounts.Totals totals,
        String currency,
        List<Figure> figures) {

    StatisticsPage {
        figures = List.copyOf(figures);
    }

    /** The address of a figure as {@code json} or {@code csv}. */
    String address(Figure figure, String format) {
        return "/statistics/"
                + figure.name().code()
                + "."
                + format
                + "?from="
                + period.from()
                + "&to="
                + period.to();
    }
}
