package az.qalxan.engines.linking;

import java.util.Optional;

/** Finds phone numbers in the ways people type them and gives them in E.164 form. */
final class PhoneScanner implements Scanner {

    private static final String SEPARATORS = " -./()_";
    private static final int BRACKET_CHARS_MAX = 9;
    private static final int DIGITS_MIN = 9;
    private static final int DIGITS_READ = 18;

    private final PhoneReader reader;
    private final boolean phoneAssumed;

    /** {@code phoneAssumed} for a form field that asks for a number. */
    PhoneScanner(PhonePlans plans, boolean phoneAssumed) {
        this.reader = new PhoneReader(plans);
        this.phoneAssumed = phoneAssumed;
    }

    @Override
    public void scan(FoldedText text, Findings findings) {
        int i = 0;
        while (i < text.length()) {
            i = text.isDigitAt(i) && !findings.isTaken(i) ? scanAt(text, i, findings) : i + 1;
        }
    }

    /** Returns where to go on. */
    private int scanAt(FoldedText text, int start, Findings findings) {
        if (!DigitRun.mayHold(text, start, DIGITS_MIN, SEPARATORS)) {
            return groupEnd(text, start);
        }
        DigitRun run = DigitRun.read(text, findings, start, DIGITS_READ, SEPARATORS);
        int next = run.groupEnd(0);
        if (run.total(run.groups() - 1) < DIGITS_MIN) {
            return next;
        }
        int plus = plusBefore(text, start);
        if (!begins(text, plus < 0 ? start : plus, findings)) {
            return next;
        }
        Optional<PhoneReading> reading =
                plus >= 0 ? reader.afterPlus(run) : reader.plain(run, context(text, run));
        if (reading.isEmpty() || !ends(text, run, reading.get(), findings)) {
            return next;
        }
        int from = opening(text, plus < 0 ? start : plus);
        int end = run.groupEnd(reading.get().lastGroup());
        findings.add(IdentifierKind.PHONE, reading.get().value(), from, end);
        return end;
    }

    private static int groupEnd(FoldedText text, int start) {
        int end = start;
        while (text.isDigitAt(end)) {
            end++;
        }
        return end;
    }

    private PhoneContext context(FoldedText text, DigitRun run) {
        return phoneAssumed
                ? PhoneContext.assumed()
                : PhoneContext.around(text, run.groupStart(0), run.groupEnd(run.groups() - 1));
    }

    /** Place of a plus sign that belongs to the digits, or -1. */
    private static int plusBefore(FoldedText text, int start) {
        int i = start - 1;
        while (start - i <= 2 && (text.at(i) == ' ' || text.at(i) == '(')) {
            i--;
        }
        return text.at(i) == '+' ? i : -1;
    }

    /** Takes an opening bracket into the span when its closing one lies inside the number. */
    private static int opening(FoldedText text, int start) {
        if (text.at(start - 1) != '(') {
            return start;
        }
        int i = start;
        while (i - start < BRACKET_CHARS_MAX
                && (text.isDigitAt(i) || text.at(i) == '+' || text.at(i) == ' ')) {
            i++;
        }
        return text.at(i) == ')' && hasDigitSoon(text, i + 1) ? start - 1 : start;
    }

    private static boolean hasDigitSoon(FoldedText text, int index) {
        return text.isDigitAt(index) || text.isDigitAt(index + 1) || text.isDigitAt(index + 2);
    }

    private static boolean begins(FoldedText text, int start, Findings findings) {
        char before = text.at(start - 1);
        if (findings.isTaken(start - 1)) {
            return true;
        }
        if (text.isLetterAt(start - 1)) {
            return PhoneContext.gluedPhoneWord(text, start);
        }
        return switch (before) {
            case '_', '@', '*', '=', '%', '$', '€', '₼', '+' -> false;
            case '.', ',', '-', '/' -> !text.isDigitAt(start - 2) || findings.isTaken(start - 2);
            default -> !FoldedText.isDigit(before);
        };
    }

    private static boolean ends(
            FoldedText text, DigitRun run, PhoneReading reading, Findings findings) {
        int end = run.groupEnd(reading.lastGroup());
        char after = text.at(end);
        if (text.isLetterAt(end)) {
            return CaseEndings.isEndingAt(text, end) || PhoneContext.phoneWordAt(text, end);
        }
        boolean digitsGoOn = text.isDigitAt(end + 1) && !findings.isTaken(end + 1);
        return switch (after) {
            case '_', '@', '*', '=', '%' -> false;
            case '-', '.' -> !digitsGoOn;
            default -> true;
        };
    }
}
