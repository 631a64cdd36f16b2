package az.qalxan.statistics;

import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Region;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes the published figures: counted, small cells suppressed, labelled in a language. */
@Component
class Figures {

    /** The country's currency; sums in several currencies are never added. */
    private final String currency;

    private final FactCounts counts;
    private final Jurisdiction jurisdiction;

    Figures(FactCounts counts, Jurisdiction jurisdiction) {
        this.counts = counts;
        this.jurisdiction = jurisdiction;
        this.currency = jurisdiction.currency();
    }

    FactCounts.Totals totals(Period period) {
        return counts.totals(period, currency);
    }

    String currency() {
        return currency;
    }

    Figure of(FigureName name, Period period, Text text) {
        return switch (name) {
            case TIME -> counted(name, counts.byTime(period), day(period, text));
            case CATEGORY -> counted(name, counts.byCategory(period), code -> category(code, text));
            case REGION -> counted(name, allRegions(period), code -> region(code, text));
            case CHANNEL ->
                    counted(name, counts.byChannel(period), code -> text.of("channel." + code));
            case STATE -> counted(name, counts.byState(period), code -> text.of("state." + code));
            case ANSWER ->
                    counted(
                            name,
                            counts.byAnswerTime(period),
                            code -> text.of("figure.answer." + code));
            case LOSS ->
                    new Figure(
                            name,
                            currency,
                            cells(
                                    counts.lossByCategory(period, currency),
                                    code -> category(code, text)));
        };
    }

    private static Figure counted(
            FigureName name, Map<String, Long> counts, Function<String, String> label) {
        List<Figure.Cell> cells = new ArrayList<>();
        var shown = SmallCells.suppress(List.copyOf(counts.values()));
        int place = 0;
        for (String key : counts.keySet()) {
            cells.add(new Figure.Cell(key, label.apply(key), shown.get(place++)));
        }
        return new Figure(name, "reports", cells);
    }

    private static List<Figure.Cell> cells(Map<String, Long> sums, Function<String, String> label) {
        return sums.entrySet().stream()
                .map(sum ->
                        new Figure.Cell(sum.getKey(), label.apply(sum.getKey()), sum.getValue()))
                .toList();
    }

    /** Every region of the country, those without reports with 0, then "not said". */
    private Map<String, Long> allRegions(Period period) {
        Map<String, Long> counted = counts.byRegion(period);
        Map<String, Long> all = new LinkedHashMap<>(counted);
        jurisdiction.regions().stream()
                .map(Region::code)
                .forEach(code -> all.putIfAbsent(code, 0L));
        return all;
    }

    private String category(String code, Text text) {
        return jurisdiction
                .category(code)
                .map(Category::title)
                .map(title -> text.pick(title.az(), title.en()))
                .orElse(code);
    }

    private String region(String code, Text text) {
        return jurisdiction
                .region(code)
                .map(region -> text.pick(region.name().az(), region.name().en()))
                .orElse(text.of("statistics.region-not-said"));
    }

    private static Function<String, String> day(Period period, Text text) {
        return period.step().equals("month")
                ? day -> day.substring(0, 7)
                : day -> text.date(LocalDate.parse(day));
    }
}
