package az.qalxan.strategy.indicator;

import az.qalxan.engines.formula.Expression;
import az.qalxan.engines.formula.Formula;
import az.qalxan.engines.formula.FormulaFlaw;
import az.qalxan.engines.formula.FormulaRead;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.indicator.Saying.Why;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says values, formulas, periods and reasons in sentences. */
@Component
class IndicatorWords {

    private static final int PERIODS_TOLD_MAX = 3;

    private final Texts texts;
    private final String currency;

    IndicatorWords(Texts texts, Jurisdiction jurisdiction) {
        this.texts = texts;
        this.currency = jurisdiction.currency();
    }

    Words both(String key, Object... arguments) {
        return new Words(
                texts.in(Language.AZ).of(key, arguments), texts.in(Language.EN).of(key, arguments));
    }

    Words whyBoth(List<Why> causes) {
        return new Words(why(causes, texts.in(Language.AZ)), why(causes, texts.in(Language.EN)));
    }

    /** Why something is unknown: each reason once, with the periods that it is about. */
    static String why(List<Why> causes, Text text) {
        Map<Why, List<String>> grouped = new LinkedHashMap<>();
        for (Why one : causes) {
            grouped.computeIfAbsent(
                            new Why(one.kind(), one.figure(), "", one.place()),
                            key -> new ArrayList<>())
                    .add(one.period());
        }
        return grouped.entrySet().stream()
                .map(one -> why(one.getKey(), one.getValue(), text))
                .collect(Collectors.joining(" "));
    }

    private static String why(Why why, List<String> periods, Text text) {
        String told =
                periods.stream()
                        .limit(PERIODS_TOLD_MAX)
                        .flatMap(one -> FigurePeriod.parse(one).stream())
                        .map(one -> period(one, text))
                        .collect(Collectors.joining(", "));
        int more = periods.size() - PERIODS_TOLD_MAX;
        return text.of(
                "indicator.why." + why.kind(),
                why.figure().isEmpty() ? "" : figure(why.figure(), text),
                more > 0 ? told + " " + text.of("indicator.why.more", more) : told,
                why.place());
    }

    /** The figure's name; of one that no register tells, as it is written. */
    static String figure(String name, Text text) {
        String key = "register." + name;
        return text.has(key) ? text.of(key) : name;
    }

    /** A month, a quarter or a year as people call it. */
    static String period(FigurePeriod period, Text text) {
        int year = period.from().getYear();
        return switch (period.step()) {
            case YEAR -> text.of("figure.period.year", year);
            case QUARTER ->
                    text.of(
                            "figure.period.quarter",
                            year,
                            text.of("figure.quarter." + period.code().substring(5)));
            case MONTH ->
                    text.of(
                            "figure.period.month",
                            year,
                            text.of("figure.month." + period.from().getMonthValue()));
        };
    }

    static String step(Step step, Text text) {
        return text.of("figure.step." + step.code());
    }

    /** A value with its unit. */
    String value(BigDecimal value, Unit unit, Text text) {
        return switch (unit) {
            case COUNT -> text.of("figure.said.count", number(value, text));
            case HOURS -> text.of("figure.said.hours", text.decimal(value, 1));
            case MINUTES -> text.of("figure.said.minutes", text.decimal(value, 0));
            case MONEY -> text.decimal(value, 0) + "\u00a0" + currency;
            case PERCENT -> text.percent(value.doubleValue() / 100);
            case RATIO -> text.decimal(value, 2);
        };
    }

    private static String number(BigDecimal value, Text text) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return text.decimal(value, whole || value.abs().compareTo(BigDecimal.TEN) >= 0 ? 0 : 1);
    }

    /** Short, for the edge of a chart. */
    static String tick(double value, Text text) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return Math.abs(value) >= 10 || value == Math.rint(value)
                ? text.number(Math.round(value))
                : text.decimal(exact, 1);
    }

    String trueOn(LocalDate day, Text text) {
        return text.date(day);
    }

    /** The formula in words; of a broken one, what is wrong with it. */
    String formula(String formula, Text text) {
        return switch (Formula.read(formula)) {
            case FormulaRead.Read(Formula read) -> words(read.whole(), text, false);
            case FormulaRead.Refused(List<FormulaFlaw> flaws) -> flaw(flaws.getFirst(), text);
        };
    }

    /** What is wrong and where. */
    static String flaw(FormulaFlaw flaw, Text text) {
        return text.of(
                "indicator.flaw." + flaw.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                flaw.line(),
                flaw.column(),
                flaw.said(),
                flaw.allowed());
    }

    private static String words(Expression part, Text text, boolean inside) {
        return switch (part) {
            case Expression.Constant number -> text.decimal(number.value(), number.value().scale());
            case Expression.Figure figure -> "«" + figure(figure.name(), text) + "»";
            case Expression.Negated negated -> "−" + words(negated.of(), text, true);
            case Expression.Joined joined -> {
                String whole =
                        words(joined.left(), text, true)
                                + " "
                                + sign(joined.sign())
                                + " "
                                + words(joined.right(), text, true);
                yield inside ? "(" + whole + ")" : whole;
            }
            case Expression.Call call -> call(call, text);
        };
    }

    private static String call(Expression.Call call, Text text) {
        String key = "indicator.formula." + call.function().written();
        String first = words(call.first(), text, true);
        return call.function().reaching()
                ? text.of(key, first, call.periods())
                : text.of(key, first, words(call.second(), text, true));
    }

    private static String sign(Expression.Sign sign) {
        return switch (sign) {
            case PLUS -> "+";
            case MINUS -> "−";
            case TIMES -> "×";
            case DIVIDED -> "÷";
        };
    }
}
