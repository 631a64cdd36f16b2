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
                                sayings.add(
                                        new Work(asked.version(), period, readings, at)
                                                .say(read))));
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

    /** One indicator in one period. */
    private record Work(
            IndicatorVersion version, FigurePeriod period, Readings readings, Instant at) {

        Saying say(FormulaRead read) {
            return switch (read) {
                case FormulaRead.Refused(List<FormulaFlaw> flaws) -> {
                    FormulaFlaw flaw = flaws.getFirst();
                    String place = flaw.line() + ":" + flaw.column();
                    yield unknown(List.of(new Why("broken-formula", "", "", place)), List.of());
                }
                case FormulaRead.Read(Formula formula) -> say(formula);
            };
        }

        private Saying say(Formula formula) {
            Map<String, Used> used = new LinkedHashMap<>();
            Outcome outcome =
                    formula.value((name, before) -> {
                        Used one = used(name, period.before(before));
                        used.put(name + one.period(), one);
                        BigDecimal value = one.value();
                        return value == null
                                ? new Figures.Answer.Missing(one.reading())
                                : new Figures.Answer.Known(value);
                    });
            List<Used> figures = List.copyOf(used.values());
            return switch (outcome) {
                case Outcome.Value(BigDecimal value) -> known(rounded(value), figures);
                case Outcome.Unknown(List<Outcome.Cause> causes) ->
                        unknown(causes.stream().map(this::why).distinct().toList(), figures);
            };
        }

        private Used used(String name, FigurePeriod then) {
            FigureReading reading = readings.of(name, then);
            return new Used(
                    name,
                    then.code(),
                    reading instanceof FigureReading.Known(BigDecimal value)
                            ? rounded(value)
                            : null,
                    reading.code());
        }

        private Why why(Outcome.Cause cause) {
            String kind =
                    cause.kind() == Outcome.Kind.MISSING_FIGURE
                            ? cause.reason()
                            : cause.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Why(kind, cause.figure(), period.before(cause.before()).code(), "");
        }

        private Saying known(BigDecimal value, List<Used> figures) {
            return new Saying(
                    0, version.code(), version.id(), period, value, List.of(), figures, at, null);
        }

        private Saying unknown(List<Why> causes, List<Used> figures) {
            return new Saying(
                    0, version.code(), version.id(), period, null, causes, figures, at, null);
        }

        private static BigDecimal rounded(BigDecimal value) {
            return value.setScale(DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
