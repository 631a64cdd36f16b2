package az.qalxan.engines.formula;

import az.qalxan.engines.formula.Expression.Call;
import az.qalxan.engines.formula.Expression.Constant;
import az.qalxan.engines.formula.Expression.Figure;
import az.qalxan.engines.formula.Expression.Function;
import az.qalxan.engines.formula.Expression.Joined;
import az.qalxan.engines.formula.Expression.Negated;
import az.qalxan.engines.formula.Expression.Sign;
import az.qalxan.engines.formula.FormulaFlaw.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A formula that was read: it can be worked out, written, and asked which figures it takes. */
public final class Formula {

    public static final int CHARS_MAX = 1_000;

    /** How far back a formula may reach, in periods. */
    public static final int PERIODS_MAX = 60;

    /** How many single steps working it out may take. */
    static final int WORK_MAX = 5_000;

    private final Expression whole;
    private final Map<String, Integer> reach;

    private Formula(Expression whole) {
        this.whole = whole;
        this.reach = new LinkedHashMap<>();
        reach(whole, 0);
    }

    /** Reads a formula over any figures. */
    public static FormulaRead read(String text) {
        return read(text, null);
    }

    /** Reads a formula over figures of those names; others are flaws. */
    public static FormulaRead read(String text, @Nullable Set<String> known) {
        List<FormulaFlaw> flaws = new ArrayList<>();
        if (text.isBlank()) {
            flaws.add(FormulaFlaw.at(text, 0, Kind.EMPTY, "", ""));
            return new FormulaRead.Refused(flaws);
        }
        if (text.length() > CHARS_MAX) {
            String length = String.valueOf(text.length());
            String most = String.valueOf(CHARS_MAX);
            flaws.add(FormulaFlaw.at(text, CHARS_MAX, Kind.TOO_LONG, length, most));
            return new FormulaRead.Refused(flaws);
        }
        Expression whole = new Reading(text, flaws).whole();
        if (whole == null) {
            return new FormulaRead.Refused(flaws);
        }
        check(text, whole, known, flaws);
        return flaws.isEmpty()
                ? new FormulaRead.Read(new Formula(whole))
                : new FormulaRead.Refused(flaws);
    }

    private static void check(
            String text, Expression whole, @Nullable Set<String> known, List<FormulaFlaw> flaws) {
        long work = work(whole);
        if (work > WORK_MAX) {
            String most = String.valueOf(WORK_MAX);
            flaws.add(FormulaFlaw.at(text, 0, Kind.TOO_MUCH_WORK, String.valueOf(work), most));
        }
        int back = back(whole);
        if (back > PERIODS_MAX) {
            String most = String.valueOf(PERIODS_MAX);
            flaws.add(FormulaFlaw.at(text, 0, Kind.REACHES_TOO_FAR, String.valueOf(back), most));
        }
        if (known != null) {
            unknown(text, whole, known, flaws);
        }
    }

    private static void unknown(
            String text, Expression part, Set<String> known, List<FormulaFlaw> flaws) {
        if (part instanceof Figure(String name, int offset) && !known.contains(name)) {
            flaws.add(FormulaFlaw.at(text, offset, Kind.UNKNOWN_FIGURE, name, ""));
        }
        parts(part).forEach(inner -> unknown(text, inner, known, flaws));
    }

    /** Its outermost part. */
    public Expression whole() {
        return whole;
    }

    /** The figures that it takes, in the order of their first place, and how far back each. */
    public Map<String, Integer> figures() {
        return Map.copyOf(reach);
    }

    /** The names of its figures, in the order of their first place. */
    public List<String> names() {
        return List.copyOf(reach.keySet());
    }

    /** Works it out. */
    public Outcome value(Figures figures) {
        return new Working(figures).whole(whole);
    }

    /** In one line, with as few brackets as say the same. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(whole, 0, out);
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Formula that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    private static void write(Expression part, int around, StringBuilder out) {
        switch (part) {
            case Constant number -> out.append(number.value().toPlainString());
            case Figure figure -> out.append(figure.name());
            case Negated negated -> {
                out.append('-');
                write(negated.of(), NEGATION, out);
            }
            case Joined joined -> joined(joined, around, out);
            case Call call -> call(call, out);
        }
    }

    /** A negation takes a single part; nothing that is joined goes without brackets under it. */
    private static final int NEGATION = 3;

    private static void joined(Joined joined, int around, StringBuilder out) {
        Sign sign = joined.sign();
        boolean brackets = sign.strength() < around;
        out.append(brackets ? "(" : "");
        write(joined.left(), sign.strength(), out);
        out.append(' ').append(sign.written()).append(' ');
        write(joined.right(), sign.strength() + 1, out);
        out.append(brackets ? ")" : "");
    }

    private static void call(Call call, StringBuilder out) {
        out.append(call.function().written()).append('(');
        String gap = "";
        for (Expression part : call.parts()) {
            out.append(gap);
            write(part, 0, out);
            gap = ", ";
        }
        out.append(call.function().reaching() ? ", " + call.periods() : "").append(')');
    }

    private static List<Expression> parts(Expression part) {
        return switch (part) {
            case Constant ignored -> List.of();
            case Figure ignored -> List.of();
            case Negated negated -> List.of(negated.of());
            case Joined joined -> List.of(joined.left(), joined.right());
            case Call call -> call.parts();
        };
    }

    private void reach(Expression part, int before) {
        if (part instanceof Figure figure) {
            reach.merge(figure.name(), before, Math::max);
        }
        int further = part instanceof Call call ? before + furthest(call) : before;
        parts(part).forEach(inner -> reach(inner, further));
    }

    private static int furthest(Call call) {
        return call.function() == Function.TOTAL ? call.periods() - 1 : call.periods();
    }

    private static int back(Expression part) {
        int inside = parts(part).stream().mapToInt(Formula::back).max().orElse(0);
        return part instanceof Call call ? inside + furthest(call) : inside;
    }

    private static long work(Expression part) {
        long inside = parts(part).stream().mapToLong(Formula::work).sum() + 1;
        if (!(part instanceof Call call)) {
            return inside;
        }
        long times =
                switch (call.function()) {
                    case TOTAL -> call.periods();
                    case CHANGE -> 2;
                    case RATIO, SHARE, BEFORE -> 1;
                };
        return Math.min(inside * times, Integer.MAX_VALUE);
    }
}
