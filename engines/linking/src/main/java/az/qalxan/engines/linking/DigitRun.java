package az.qalxan.engines.linking;

/** Digits in the text with the separators between them: where each group begins and ends. */
final class DigitRun {

    private static final int GROUPS_MAX = 12;
    private static final int SEPARATOR_CHARS_MAX = 3;

    private final StringBuilder digits = new StringBuilder();
    private final int[] starts = new int[GROUPS_MAX];
    private final int[] ends = new int[GROUPS_MAX];
    private final int[] totals = new int[GROUPS_MAX];
    private int groups;

    private DigitRun() {}

    /** Reads from the digit at {@code start}; stops after the group that reaches the limit. */
    static DigitRun read(
            FoldedText text, Findings findings, int start, int digitsMax, String separators) {
        DigitRun run = new DigitRun();
        int next = start;
        while (next >= 0 && run.groups < GROUPS_MAX && run.digits.length() < digitsMax) {
            int end = run.readGroup(text, findings, next);
            next = nextGroup(text, end, separators);
        }
        return run;
    }

    /** Whether a run with so many digits may begin here; a quick look that allocates nothing. */
    static boolean mayHold(FoldedText text, int start, int digitsMin, String separators) {
        int digits = 0;
        int gap = 0;
        int i = start;
        while (digits < digitsMin && gap <= SEPARATOR_CHARS_MAX) {
            if (text.isDigitAt(i)) {
                digits++;
                gap = 0;
            } else if (separators.indexOf(text.at(i)) >= 0) {
                gap++;
            } else {
                return false;
            }
            i++;
        }
        return digits == digitsMin;
    }

    private int readGroup(FoldedText text, Findings findings, int start) {
        int end = start;
        while (text.isDigitAt(end) && !findings.isTaken(end)) {
            // A very long group can be nothing; its digits past the array of any number are left.
            if (digits.length() <= 2 * CardNumbers.DIGITS_MAX) {
                digits.append(text.numericAt(end));
            }
            end++;
        }
        starts[groups] = start;
        ends[groups] = end;
        totals[groups] = digits.length();
        groups++;
        return Math.max(end, start + 1);
    }

    private static int nextGroup(FoldedText text, int end, String separators) {
        int i = end;
        while (i - end < SEPARATOR_CHARS_MAX && separators.indexOf(text.at(i)) >= 0) {
            i++;
        }
        return i > end && text.isDigitAt(i) ? i : -1;
    }

    String digits() {
        return digits.toString();
    }

    int groups() {
        return groups;
    }

    int groupStart(int group) {
        return starts[group];
    }

    int groupEnd(int group) {
        return ends[group];
    }

    /** Digits up to and with this group. */
    int total(int group) {
        return totals[group];
    }

    int groupDigits(int group) {
        return totals[group] - (group == 0 ? 0 : totals[group - 1]);
    }

    /** The group with which exactly so many digits are complete, or -1. */
    int groupCompleting(int count) {
        for (int group = 0; group < groups; group++) {
            if (totals[group] == count) {
                return group;
            }
        }
        return -1;
    }

    /** Whether the first groups have exactly these lengths. */
    boolean beginsWithGroups(int... lengths) {
        if (groups < lengths.length) {
            return false;
        }
        for (int group = 0; group < lengths.length; group++) {
            if (groupDigits(group) != lengths[group]) {
                return false;
            }
        }
        return true;
    }
}
