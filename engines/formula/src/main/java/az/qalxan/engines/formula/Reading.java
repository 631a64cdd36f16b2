package az.qalxan.engines.formula;

import az.qalxan.engines.formula.Expression.Call;
import az.qalxan.engines.formula.Expression.Constant;
import az.qalxan.engines.formula.Expression.Figure;
import az.qalxan.engines.formula.Expression.Function;
import az.qalxan.engines.formula.Expression.Joined;
import az.qalxan.engines.formula.Expression.Negated;
import az.qalxan.engines.formula.Expression.Sign;
import az.qalxan.engines.formula.FormulaFlaw.Kind;
import az.qalxan.engines.formula.Signs.Piece;
import az.qalxan.engines.formula.Signs.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula by recursive descent. What cannot be gone on from ends the reading with its flaw;
 * wrong names and arguments are collected.
 */
final class Reading {

    static final int PARTS_MAX = 200;
    static final int DEPTH_MAX = 24;

    private final String text;
    private final List<FormulaFlaw> flaws;
    private final List<Piece> pieces;
    private int at;
    private int parts;
    private int depth;

    Reading(String text, List<FormulaFlaw> flaws) {
        this.text = text;
        this.flaws = flaws;
        this.pieces = Signs.of(text, flaws);
    }

    /** The whole; null when a flaw says why not. */
    @Nullable Expression whole() {
        if (!flaws.isEmpty()) {
            return null;
        }
        try {
            Expression whole = sum();
            if (here().sort() != Sort.END) {
                throw unexpected("+ - * /");
            }
            return flaws.isEmpty() ? whole : null;
        } catch (Stopped e) {
            flaws.add(e.flaw);
            return null;
        }
    }

    private Expression sum() {
        Expression left = product();
        while (here().is('+') || here().is('-')) {
            Piece sign = next();
            left = joined(sign.is('+') ? Sign.PLUS : Sign.MINUS, left, product(), sign);
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        while (here().is('*') || here().is('/')) {
            Piece sign = next();
            left = joined(sign.is('*') ? Sign.TIMES : Sign.DIVIDED, left, signed(), sign);
        }
        return left;
    }

    private Expression joined(Sign sign, Expression left, Expression right, Piece at) {
        return counted(new Joined(sign, left, right, at.offset()));
    }

    private Expression signed() {
        if (!here().is('-')) {
            return single();
        }
        Piece sign = next();
        deeper(sign);
        Expression negated = counted(new Negated(signed(), sign.offset()));
        depth--;
        return negated;
    }

    private Expression single() {
        Piece piece = here();
        if (piece.sort() == Sort.NUMBER) {
            next();
            return counted(new Constant(new BigDecimal(piece.said()), piece.offset()));
        }
        if (piece.sort() == Sort.NAME) {
            next();
            return here().is('(') ? call(piece) : figure(piece);
        }
        if (piece.is('(')) {
            next();
            deeper(piece);
            Expression inside = sum();
            depth--;
            expect(')');
            return inside;
        }
        throw unexpected("0-9 a-z (");
    }

    private Expression figure(Piece name) {
        if (!name.said().matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+")) {
            flaws.add(flaw(name, Kind.UNKNOWN_FIGURE, ""));
        }
        return counted(new Figure(name.said(), name.offset()));
    }

    private Expression call(Piece name) {
        deeper(name);
        expect('(');
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (here().is(',')) {
            next();
            arguments.add(sum());
        }
        expect(')');
        depth--;
        return Stream.of(Function.values())
                .filter(one -> one.written().equals(name.said()))
                .findAny()
                .map(function -> counted(call(function, arguments, name)))
                .orElseGet(() -> {
                    flaws.add(flaw(name, Kind.UNKNOWN_FUNCTION, functions()));
                    return arguments.getFirst();
                });
    }

    private Expression call(Function function, List<Expression> arguments, Piece name) {
        int expected = function.parts() + (function.reaching() ? 1 : 0);
        if (arguments.size() != expected) {
            flaws.add(flaw(name, Kind.WRONG_ARGUMENTS, String.valueOf(expected)));
            return arguments.getFirst();
        }
        if (!function.reaching()) {
            return new Call(function, arguments, 0, name.offset());
        }
        int periods = periods(arguments.getLast(), function);
        return new Call(function, arguments.subList(0, 1), periods, name.offset());
    }

    private int periods(Expression typed, Function function) {
        int least = function == Function.TOTAL ? 2 : 1;
        if (typed instanceof Constant(BigDecimal value, int offset)
                && value.scale() == 0
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(Formula.PERIODS_MAX)) <= 0) {
            return value.intValueExact();
        }
        flaws.add(
                FormulaFlaw.at(
                        text,
                        typed.offset(),
                        Kind.WRONG_PERIODS,
                        function.written(),
                        least + "-" + Formula.PERIODS_MAX));
        return least;
    }

    private <E extends Expression> E counted(E part) {
        parts++;
        if (parts > PARTS_MAX) {
            throw new Stopped(
                    FormulaFlaw.at(
                            text,
                            part.offset(),
                            Kind.TOO_MANY_PARTS,
                            String.valueOf(parts),
                            String.valueOf(PARTS_MAX)));
        }
        return part;
    }

    private void deeper(Piece piece) {
        depth++;
        if (depth > DEPTH_MAX) {
            throw new Stopped(flaw(piece, Kind.TOO_DEEP, String.valueOf(DEPTH_MAX)));
        }
    }

    private void expect(char mark) {
        if (!here().is(mark)) {
            throw unexpected(String.valueOf(mark));
        }
        next();
    }

    private Piece here() {
        return pieces.get(at);
    }

    private Piece next() {
        return pieces.get(at++);
    }

    private Stopped unexpected(String allowed) {
        Kind kind = here().sort() == Sort.END ? Kind.UNFINISHED : Kind.UNEXPECTED;
        return new Stopped(flaw(here(), kind, allowed));
    }

    private FormulaFlaw flaw(Piece piece, Kind kind, String allowed) {
        return FormulaFlaw.at(text, piece.offset(), kind, piece.said(), allowed);
    }

    private static String functions() {
        return Stream.of(Function.values()).map(Function::written).collect(Collectors.joining(" "));
    }

    /** Ends a reading that cannot go on. */
    private static final class Stopped extends IllegalStateException {

        private static final long serialVersionUID = 1;

        private final transient FormulaFlaw flaw;

        Stopped(FormulaFlaw flaw) {
            super(flaw.toString(), null);
            this.flaw = flaw;
        }
    }
}
