package az.qalxan.strategy.indicator;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.formula.Formula;
import az.qalxan.engines.formula.FormulaFlaw;
import az.qalxan.engines.formula.FormulaRead;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a proposed definition as it was typed; says everything that is wrong at once. */
final class IndicatorForm {

    static final Set<String> RESERVED = Set.of("new", "proposals", "figures");
    private static final int LIST_MAX = 30;

    private final Map<String, String> given;
    private final List<Violation> wrong = new ArrayList<>();

    IndicatorForm(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** What stands in the fields of a definition. */
    static Map<String, String> fields(IndicatorVersion version) {
        Definition definition = version.definition();
        Definition.Aim aim = definition.aim();
        Map<String, String> fields = new HashMap<>();
        fields.put("code", version.code());
        fields.put("name-az", definition.name().az());
        fields.put("name-en", definition.name().en());
        fields.put("why-az", definition.why().az());
        fields.put("why-en", definition.why().en());
        fields.put("unit", definition.unit().code());
        fields.put("direction", aim.direction().code());
        fields.put("baseline", plain(aim.baseline()));
        fields.put("target", plain(aim.target()));
        fields.put("target-on", aim.targetOn() == null ? "" : aim.targetOn().toString());
        fields.put("step", definition.step().code());
        fields.put("formula", definition.formula());
        fields.put(
                "measures",
                String.join(" ", definition.measures().stream().map(MeasureCode::value).toList()));
        fields.put("aims", String.join(" ", definition.aims()));
        return fields;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /**
     * What was typed.
     *
     * @param wanted null when something is wrong
     */
    record Read(IndicatorReview.@Nullable Wanted wanted, List<Violation> wrong) {

        Read {
            wrong = List.copyOf(wrong);
        }
    }

    Read read(BodyCode owner, Set<String> figures) {
        String code = text("code", 2, 60);
        if (!code.matches("[a-z][a-z0-9-]{1,59}") || RESERVED.contains(code)) {
            wrong.add(Violation.at("code", "indicator.wrong.code", code));
        }
        Words name = new Words(text("name-az", 3, 200), text("name-en", 3, 200));
        Words why = new Words(text("why-az", 0, 1_000), text("why-en", 0, 1_000));
        Unit unit = one("unit", Unit.values(), Unit.COUNT);
        Direction direction = one("direction", Direction.values(), Direction.KEEP);
        Step step = one("step", Step.values(), Step.MONTH);
        @Nullable BigDecimal baseline = number("baseline");
        @Nullable BigDecimal target = number("target");
        @Nullable LocalDate targetOn = day("target-on");
        if (target == null && targetOn != null) {
            wrong.add(Violation.at("target-on", "indicator.wrong.day-without-target"));
        }
        String formula = formula(figures);
        TreeSet<MeasureCode> measures = measures();
        List<String> aims = aims();
        String reason = text("reason", 10, 1_000);
        if (!wrong.isEmpty()) {
            return new Read(null, wrong);
        }
        Definition definition =
                new Definition(
                        name,
                        why,
                        unit,
                        new Definition.Aim(direction, baseline, target, targetOn),
                        step,
                        formula,
                        owner,
                        measures,
                        aims);
        boolean retired = given.getOrDefault("retired", "").equals("true");
        return new Read(new IndicatorReview.Wanted(code, definition, retired, reason), List.of());
    }

    private String text(String field, int least, int most) {
        String typed = given.getOrDefault(field, "").strip();
        if (typed.length() < least || typed.length() > most) {
            wrong.add(Violation.at(field, "indicator.wrong.length", typed.length(), least, most));
        }
        return typed;
    }

    private <E extends Enum<E>> E one(String field, E[] all, E otherwise) {
        String typed = given.getOrDefault(field, "").toUpperCase(Locale.ROOT);
        return Arrays.stream(all)
                .filter(each -> each.name().equals(typed))
                .findAny()
                .orElseGet(() -> {
                    wrong.add(Violation.at(field, "indicator.wrong.choice", typed));
                    return otherwise;
                });
    }

    private @Nullable BigDecimal number(String field) {
        String typed = given.getOrDefault(field, "").strip().replace(',', '.');
        if (typed.isEmpty()) {
            return null;
        }
        @Nullable BigDecimal number = decimal(typed);
        if (number == null) {
            wrong.add(Violation.at(field, "indicator.wrong.number", typed));
        }
        return number;
    }

    /** A number of up to 15 digits, 6 of them after the point; null when it is none. */
    static @Nullable BigDecimal decimal(String typed) {
        return typed.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?") ? new BigDecimal(typed) : null;
    }

    private @Nullable LocalDate day(String field) {
        String typed = given.getOrDefault(field, "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            wrong.add(Violation.at(field, "indicator.wrong.day", typed));
            return null;
        }
    }

    /** The formula as it is written again; none for what people enter by hand. */
    private String formula(Set<String> figures) {
        String typed = given.getOrDefault("formula", "").strip();
        if (typed.isEmpty()) {
            return "";
        }
        return switch (Formula.read(typed, figures)) {
            case FormulaRead.Read(Formula formula) -> formula.toString();
            case FormulaRead.Refused(List<FormulaFlaw> flaws) -> {
                for (FormulaFlaw flaw : flaws) {
                    wrong.add(
                            Violation.at(
                                    "formula",
                                    "indicator.flaw." + code(flaw.kind()),
                                    flaw.line(),
                                    flaw.column(),
                                    flaw.said(),
                                    flaw.allowed()));
                }
                yield typed;
            }
        };
    }

    static String code(FormulaFlaw.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private TreeSet<MeasureCode> measures() {
        TreeSet<MeasureCode> measures = new TreeSet<>();
        for (String typed : list("measures")) {
            if (MeasureCode.isOne(typed)) {
                measures.add(new MeasureCode(typed));
            } else {
                wrong.add(Violation.at("measures", "indicator.wrong.measure", typed));
            }
        }
        return measures;
    }

    private List<String> aims() {
        List<String> aims = list("aims");
        aims.stream()
                .filter(typed -> !typed.matches("[0-9]{1,2}(\\.[0-9]{1,3}){1,3}"))
                .forEach(typed -> wrong.add(Violation.at("aims", "indicator.wrong.aim", typed)));
        return aims;
    }

    private List<String> list(String field) {
        return Stream.of(given.getOrDefault(field, "").split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .distinct()
                .limit(LIST_MAX)
                .toList();
    }
}
