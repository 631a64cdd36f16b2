package az.qalxan.statistics.measure;

import az.qalxan.web.Text;
import java.math.RoundingMode;

/** Values of cells as people read them. */
record MeasureWords(Text text) {

    private static final double HOURS_SAID_MAX = 72;
    private static final double HOURS_OF_DAY = 24;

    String of(Value value) {
        return switch (value) {
            case Value.Count count -> text.number(count.count());
            case Value.Rate rate ->
                    text.percent(rate.share())
                            + " ("
                            + text.of(
                                    "measure.of",
                                    text.number(rate.part()),
                                    text.number(rate.whole()))
                            + ")";
            case Value.Money money -> text.money(money.amount(), money.currency());
            case Value.Hours hours -> hours(hours);
            case Value.Suppressed ignored -> text.of("measure.hidden");
            case Value.NotCollected missing ->
                    text.of("measure.not-collected") + " · " + missing.reason();
        };
    }

    /** The same for a tile: the first number of it. */
    String shortly(Value value) {
        return switch (value) {
            case Value.Rate rate -> text.percent(rate.share());
            case Value.Hours hours -> length(hours.median());
            case Value.Count count -> of(count);
            case Value.Money money ->
                    text.number(money.amount().setScale(0, RoundingMode.HALF_UP).longValue())
                            + "\u00a0"
                            + money.currency();
            case Value.Suppressed hidden -> of(hidden);
            case Value.NotCollected ignored -> text.of("measure.not-collected");
        };
    }

    private String hours(Value.Hours hours) {
        Double ninetieth = hours.ninetieth();
        String median = text.of("measure.median", length(hours.median()));
        return ninetieth == null
                ? median
                : median + " · " + text.of("measure.ninetieth", length(ninetieth));
    }

    /** A length of time in hours, or in days when it is long. */
    String length(double hours) {
        return hours <= HOURS_SAID_MAX
                ? text.of("measure.hours", text.number(Math.round(hours)))
                : text.of("measure.days", text.number(Math.round(hours / HOURS_OF_DAY)));
    }
}
