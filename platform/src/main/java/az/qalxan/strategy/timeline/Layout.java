package az.qalxan.strategy.timeline;

/**
 * Where things stand in the picture, in its units.
 *
 * @param axisFrom where the first year begins
 * @param axisUntil where the last year ends
 * @param openUntil as far as a bar without an end is drawn beyond it
 * @param barTop how far a bar lies below the top of its row
 * @param titleLetters how many letters of a title fit
 */
record Layout(
        int width,
        int axisFrom,
        int axisUntil,
        int openUntil,
        int stagesFrom,
        int stageStep,
        int row,
        int barTop,
        int bar,
        int titleFrom,
        int titleLetters,
        double letters) {

    static final int HEAD = 30;
    static final int FOOT = 24;

    /** One line for each measure: title, bar, stages. */
    static final Layout WIDE = new Layout(1080, 372, 968, 992, 1012, 17, 22, 5, 12, 62, 47, 12);

    /** For a phone: the title above its bar. */
    static final Layout NARROW = new Layout(360, 4, 286, 304, 318, 15, 42, 22, 12, 58, 44, 12.5);

    /** For a printed page that holds 56 measures: less wide, so that its letters are larger. */
    static final Layout PRINT = new Layout(760, 306, 672, 690, 712, 15, 16, 3, 9, 48, 44, 10.5);

    int height(int rows) {
        return HEAD + rows * row + FOOT;
    }

    int top(int index) {
        return HEAD + index * row;
    }

    double at(double share) {
        return axisFrom + share * (axisUntil - axisFrom);
    }
}
