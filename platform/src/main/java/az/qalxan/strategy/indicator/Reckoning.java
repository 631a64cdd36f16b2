package az.qalxan.strategy.indicator;

import az.qalxan.engines.formula.Figures;
import az.qalxan.engines.formula.Formula;
import az.qalxan.engines.formula.FormulaFlaw;
import az.qalxan.engines.formula.FormulaRead;
import az.qalxan.engines.formula.Outcome;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureReading;
import az.qalxan.figure.Registers;
import az.qalxan.figure.Registers.Readings;
import az.qalxan.figure.Step;
import az.qalxan.strategy.indicator.Saying.Used;
import az.qalxan.strategy.indicator.Saying.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works indicators out: asks the registers once for all and evaluates each formula. */
@Component
class Reckoning {

    /** Digits after the point that are kept. */
    private static final int DECIMALS = 6;

    private final Registers registers;

    Reckoning(Registers registers) {
        this.registers = registers;
    }

    /** Something to be worked out. */
    record Asked(IndicatorVersion version, List<FigurePeriod> periods) {

        Asked {
            periods = List.copyOf(periods);
        }
    }

    /** What each comes to in each of its periods, in that order. */
    List<Saying> work(Collection<Asked> all, Instant at) {
        Map<Asked, FormulaRead> formulas = new LinkedHashMap<>();
        for (Asked asked : all) {
            formulas.put(asked, Formula.read(asked.version().definition().formula()));
        }
        Readings readings = read(formulas);
        List<Saying> sayings = new ArrayList<>();
        formulas.forEach((asked, read) ->
                asked.periods()
                        .forEach(period ->
                                sayings.add(saying(asked.version(), period, read, readings, at))));
        return sayings;
    }

    /** All figures of all formulas; by step, because a period is asked with its own kind. */
    private Readings read(Map<Asked, FormulaRead> formulas) {
        Map<Step, SortedSet<String>> names = new TreeMap<>();
        Map<Step, SortedSet<FigurePeriod>> periods = new TreeMap<>();
        formulas.forEach((asked, read) -> {
            if (!(read instanceof FormulaRead.Read(Formula formula))) {
                return;
            }
            Step step = asked.version().definition().step();
            int reach = formula.figures().values().stream().mapToInt(one -> one).max().orElse(0);
            names.computeIfAbsent(step, key -> new TreeSet<>()).addAll(formula.names());
            SortedSet<FigurePeriod> wanted = periods.computeIfAbsent(step, key -> new TreeSet<>());
            for (FigurePeriod period : asked.periods()) {
                for (int back = 0; back <= reach; back++) {
                    wanted.add(period.before(back));
                }
            }
        });
        Map<String, Map<FigurePeriod, FigureReading>> together = new HashMap<>();
        names.forEach((step, wanted) ->
                registers
                        .read(wanted, periods.getOrDefault(step, new TreeSet<>()))
                        .all()
                        .forEach((name, row) ->
                                together.computeIfAbsent(name, key -> new HashMap<>())
                                        .putAll(row)));
        return new Readings(together);
    }

    private Saying saying(
            IndicatorVersion version,
            FigurePeriod period,
            FormulaRead read,
            Readings readings,
            Instant at) {
        return switch (read) {
            case FormulaRead.Refused(List<FormulaFlaw> flaws) -> {
                FormulaFlaw flaw = flaws.getFirst();
                Why why = new Why("broken-formula", "", "", flaw.line() + ":" + flaw.column());
                yield said(version, period, null, List.of(why), List.of(), at);
            }
            case FormulaRead.Read(Formula formula) ->
                    evaluated(version, period, formula, readings, at);
        };
    }

    private static Saying evaluated(
            IndicatorVersion version,
            FigurePeriod period,
            Formula formula,
            Readings readings,
            Instant at) {
        Map<String, Used> used = new LinkedHashMap<>();
        Outcome outcome =
                formula.value((name, before) -> {
                    FigurePeriod then = period.before(before);
                    FigureReading reading = readings.of(name, then);
                    BigDecimal value =
                            reading instanceof FigureReading.Known(BigDecimal known)
                                    ? known.setScale(DECIMALS, RoundingMode.HALF_UP)
                                    : null;
                    used.put(
                            name + then.code(), new Used(name, then.code(), value, reading.code()));
                    return value == null
                            ? new Figures.Answer.Missing(reading.code())
                            : new Figures.Answer.Known(value);
                });
        List<Used> figures = List.copyOf(used.values());
        return switch (outcome) {
            case Outcome.Value(BigDecimal value) ->
                    said(
                            version,
                            period,
                            value.setScale(DECIMALS, RoundingMode.HALF_UP),
                            List.of(),
                            figures,
                            at);
            case Outcome.Unknown(List<Outcome.Cause> causes) ->
                    said(
                            version,
                            period,
                            null,
                            causes.stream().map(cause -> why(cause, period)).distinct().toList(),
                            figures,
                            at);
        };
    }

    private static Why why(Outcome.Cause cause, FigurePeriod period) {
        String kind =
                cause.kind() == Outcome.Kind.MISSING_FIGURE
                        ? cause.reason()
                        : cause.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Why(kind, cause.figure(), period.before(cause.before()).code(), "");
    }

    private static Saying said(
            IndicatorVersion version,
            FigurePeriod period,
            @Nullable BigDecimal value,
            List<Why> causes,
            List<Used> figures,
            Instant at) {
        return new Saying(
                0, version.code(), version.id(), period, value, causes, figures, at, null);
    }
}
