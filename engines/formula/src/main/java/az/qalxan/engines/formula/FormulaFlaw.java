package az.qalxan.engines.formula;

/**
 * What is wrong in a formula and where.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param offset from 0
 * @param said the piece that it is about
 * @param allowed what is allowed there; empty when the kind says it all
 */
public record FormulaFlaw(
        Kind kind, int line, int column, int offset, String said, String allowed) {

    /** What is wrong. */
    public enum Kind {
        EMPTY,
        TOO_LONG,
        TOO_DEEP,
        TOO_MANY_PARTS,
        TOO_MUCH_WORK,
        REACHES_TOO_FAR,
        STRANGE_SIGN,
        BAD_NUMBER,
        UNEXPECTED,
        UNFINISHED,
        UNKNOWN_FUNCTION,
        WRONG_ARGUMENTS,
        WRONG_PERIODS,
        UNKNOWN_FIGURE
    }

    static FormulaFlaw at(String text, int offset, Kind kind, String said, String allowed) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new FormulaFlaw(kind, line, offset - start + 1, offset, said, allowed);
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + kind + " " + said;
    }
}
