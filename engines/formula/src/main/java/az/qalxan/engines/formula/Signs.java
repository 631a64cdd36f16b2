package az.qalxan.engines.formula;

import az.qalxan.engines.formula.FormulaFlaw.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into its pieces. */
final class Signs {

    /** Digits of a number, so that none is longer than a sum of money. */
    private static final int NUMBER_CHARS_MAX = 20;

    private final String text;
    private final List<FormulaFlaw> flaws;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private Signs(String text, List<FormulaFlaw> flaws) {
        this.text = text;
        this.flaws = flaws;
    }

    /** What a piece is. */
    enum Sort {
        NUMBER,
        NAME,
        MARK,
        END
    }

    /** A piece and where it starts. */
    record Piece(Sort sort, String said, int offset) {

        boolean is(char mark) {
            return sort == Sort.MARK && said.charAt(0) == mark;
        }
    }

    /** The pieces, the last of them the end; what is no piece goes to the flaws. */
    static List<Piece> of(String text, List<FormulaFlaw> flaws) {
        return new Signs(text, flaws).cut();
    }

    private List<Piece> cut() {
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r') {
                at++;
            } else if (digit(sign)) {
                number();
            } else if (letter(sign)) {
                piece(Sort.NAME, end(one -> letter(one) || digit(one) || one == '.'));
            } else if ("+-*/(),".indexOf(sign) >= 0) {
                piece(Sort.MARK, at + 1);
            } else {
                strange();
            }
        }
        pieces.add(new Piece(Sort.END, "", text.length()));
        return pieces;
    }

    private void number() {
        int end = end(one -> digit(one) || one == '.');
        String said = text.substring(at, end);
        if (said.length() > NUMBER_CHARS_MAX || !said.matches("[0-9]+(\\.[0-9]+)?")) {
            flaws.add(FormulaFlaw.at(text, at, Kind.BAD_NUMBER, said, "0.5"));
        }
        piece(Sort.NUMBER, end);
    }

    /** One flaw for a run of strange signs. */
    private void strange() {
        int end = end(one -> !letter(one) && !digit(one) && " \n\t\r+-*/(),".indexOf(one) < 0);
        flaws.add(
                FormulaFlaw.at(
                        text,
                        at,
                        Kind.STRANGE_SIGN,
                        text.substring(at, end),
                        "a-z 0-9 . _ + - * / ( ) ,"));
        at = end;
    }

    private void piece(Sort sort, int end) {
        pieces.add(new Piece(sort, text.substring(at, end), at));
        at = end;
    }

    private int end(java.util.function.IntPredicate goesOn) {
        int end = at;
        while (end < text.length() && goesOn.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean letter(int sign) {
        return sign >= 'a' && sign <= 'z' || sign == '_';
    }
}
