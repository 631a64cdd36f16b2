package az.qalxan.engines.linking;

/** Finds payment card numbers in one piece or in groups of four and more digits. */
final class CardScanner implements Scanner {

    private static final String SEPARATORS = " -._";
    private static final int GROUP_DIGITS_MIN = 4;

    @Override
    public void scan(FoldedText text, Findings findings) {
        int i = 0;
        while (i < text.length()) {
            if (!text.isDigitAt(i)) {
                i++;
                continue;
            }
            int end = i;
            while (text.isDigitAt(end)) {
                end++;
            }
            if (begins(text, i, findings)
                    && DigitRun.mayHold(text, i, CardNumbers.DIGITS_MIN, SEPARATORS)) {
                scanAt(text, i, findings);
            }
            i = end;
        }
    }

    private static boolean begins(FoldedText text, int start, Findings findings) {
        char before = text.at(start - 1);
        return !findings.isTaken(start)
                && !FoldedText.isAlphanumeric(before)
                && before != '+'
                && before != '*';
    }

    private static void scanAt(FoldedText text, int start, Findings findings) {
        DigitRun run = DigitRun.read(text, findings, start, CardNumbers.DIGITS_MAX, SEPARATORS);
        // The longest reading first: a 19-digit number also begins with 16 digits.
        for (int group = run.groups() - 1; group >= 0; group--) {
            int total = run.total(group);
            boolean sized = total >= CardNumbers.DIGITS_MIN && total <= CardNumbers.DIGITS_MAX;
            if (sized && isGrouped(run, group) && ends(text, run.groupEnd(group))) {
                String digits = run.digits().substring(0, total);
                if (CardNumbers.isValid(digits)
                        && findings.add(IdentifierKind.CARD, digits, start, run.groupEnd(group))) {
                    return;
                }
            }
        }
    }

    private static boolean isGrouped(DigitRun run, int last) {
        for (int group = 0; group < last; group++) {
            if (run.groupDigits(group) < GROUP_DIGITS_MIN) {
                return false;
            }
        }
        return last == 0 || run.groupDigits(last) >= 3;
    }

    private static boolean ends(FoldedText text, int end) {
        return text.at(end) != '*'
                && (!text.isAlphanumericAt(end) || CaseEndings.isEndingAt(text, end));
    }
}
