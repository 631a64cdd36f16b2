package az.qalxan.statistics.measure;

import az.qalxan.jurisdiction.Article;
import az.qalxan.jurisdiction.Body;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of figures about cases show.
 *
 * @param today the country's day: what is known on it is not final yet
 * @param currency the country's
 */
record MeasurePage(
        Measures.Answer answer,
        LocalDate today,
        String currency,
        List<Body> bodies,
        List<Article> articles) {

    private static final double BAR_LENGTH = 100;

    MeasurePage {
        bodies = List.copyOf(bodies);
        articles = List.copyOf(articles);
    }

    Asked asked() {
        return answer.asked();
    }

    boolean isFinal() {
        return asked().known().isBefore(today);
    }

    /** The address of the same view. */
    String path() {
        return switch (asked().sight()) {
            case PUBLIC -> "/statistics/cases";
            case ALL -> "/statistics/measures";
            case OWN -> "/statistics/measures/own";
        };
    }

    /** The address of the same figures as a file. */
    String file(String ending) {
        return path() + "." + ending + "?" + query();
    }

    String query() {
        Asked asked = asked();
        if (asked.sight() == Asked.Sight.PUBLIC) {
            return "year=" + asked.from().getYear() + "&known=" + asked.known();
        }
        return "from=%s&to=%s&known=%s&body=%s&article=%s"
                .formatted(
                        asked.from(),
                        asked.to(),
                        asked.known(),
                        encoded(asked.body()),
                        encoded(asked.article()));
    }

    /** Where the cases behind a cell are listed; null when there is no such list. */
    @Nullable String behind(Measure figure, Measure.Cell cell) {
        boolean listed =
                asked().sight() == Asked.Sight.OWN
                        && switch (cell.value()) {
                            case Value.Count count -> count.count() > 0;
                            case Value.Rate rate -> rate.part() > 0;
                            case Value.Money money -> money.records() > 0;
                            case Value.Hours ignored -> true;
                            case Value.Suppressed ignored -> false;
                            case Value.NotCollected ignored -> false;
                        };
        return listed
                ? "/statistics/measures/own/cases?"
                        + query()
                        + "&figure="
                        + figure.name().code()
                        + "&cell="
                        + encoded(cell.key().equals("share") ? "yes" : cell.key())
                : null;
    }

    /** How long the bar of a count is, of 100. */
    String bar(Measure figure, long count) {
        long largest = Math.max(figure.largest(), 1);
        return String.format(java.util.Locale.ROOT, "%.1f", BAR_LENGTH * count / largest);
    }

    List<LocalDate> monthEnds() {
        return Asked.monthEnds(today);
    }

    List<Integer> years() {
        return Asked.years(today);
    }

    /** The few cells that stand at the head of the page. */
    List<Measure.Cell> tiles() {
        return answer.figures().stream()
                .flatMap(figure ->
                        figure.cells().stream()
                                .filter(cell ->
                                        switch (figure.name()) {
                                            case CLEARANCE -> true;
                                            case TIMES -> cell.key().equals("closure");
                                            case PERSONS -> cell.key().equals("victim:person");
                                            case BORDER -> cell.key().equals("share");
                                            case MONEY -> cell.key().endsWith(":" + currency);
                                            case STAGES -> false;
                                            case MONTHS -> false;
                                            case ARTICLE -> false;
                                            case ICCS -> false;
                                            case BODY -> false;
                                            case STATE -> false;
                                        }))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
