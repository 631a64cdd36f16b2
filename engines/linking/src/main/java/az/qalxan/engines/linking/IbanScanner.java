package az.qalxan.engines.linking;

import java.util.Locale;

/** Finds account numbers of any issuing country, in one piece or in groups. */
final class IbanScanner implements Scanner {

    @Override
    public void scan(FoldedText text, Findings findings) {
        for (int i = 0; i + IbanNumbers.CHARS_MIN <= text.length(); i++) {
            if (FoldedText.isDigit(text.at(i + 2)) && begins(text, i)) {
                scanAt(text, i, findings);
            }
        }
    }

    private static boolean begins(FoldedText text, int start) {
        return FoldedText.isAsciiLetter(text.at(start))
                && FoldedText.isAsciiLetter(text.at(start + 1))
                && !text.isAlphanumericAt(start - 1);
    }

    private static void scanAt(FoldedText text, int start, Findings findings) {
        int wanted = IbanNumbers.length(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        StringBuilder iban = new StringBuilder(wanted);
        int i = start;
        while (iban.length() < wanted) {
            char c = text.at(i);
            if (FoldedText.isAlphanumeric(c)) {
                iban.append(Character.toUpperCase(c));
            } else if (!isSeparator(c) || !text.isAlphanumericAt(i + 1)) {
                return;
            }
            i++;
        }
        boolean ends = !text.isAlphanumericAt(i) || CaseEndings.isEndingAt(text, i);
        if (wanted > 0 && ends && IbanNumbers.isValid(iban.toString())) {
            findings.add(IdentifierKind.IBAN, iban.toString(), start, i);
        }
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/';
    }
}
