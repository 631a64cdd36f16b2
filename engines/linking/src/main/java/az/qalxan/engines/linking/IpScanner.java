package az.qalxan.engines.linking;

import java.util.List;

/** Finds IPv4 and IPv6 addresses and leaves version numbers, clauses and clock times alone. */
final class IpScanner implements Scanner {

    private static final int V4_CHARS_MAX = 15;
    private static final WordList NUMBERED_THINGS =
            WordList.of(
                    """
                    v ver build релиз release*
                    firmware android ios windows chrome firefox java madde* maddenin bend* bendi*
                    стать* ст пункт* п section article clause paragraf* § bolme* fesil punkt*
                    """);
    private static final WordList VERSIONS =
            WordList.of("versi* version* верси* surum* yenileme* yenilenme* обновлен* update*");
    private static final WordList CLAUSES =
            WordList.of("madde* bend* fiqre* стать* пункт* section* clause* ci cu");

    @Override
    public void scan(FoldedText text, Findings findings) {
        int i = 0;
        while (i < text.length()) {
            i = step(text, i, findings);
        }
    }

    /** Returns where to go on: behind the word, so that a label before a colon is passed over. */
    private static int step(FoldedText text, int start, Findings findings) {
        boolean gap = text.at(start) == ':' && text.at(start + 1) == ':';
        if (findings.isTaken(start) || !(gap || isHex(text.at(start)))) {
            return start + 1;
        }
        int wordEnd = start;
        while (FoldedText.isAlphanumeric(text.at(wordEnd))) {
            wordEnd++;
        }
        int next = Math.max(wordEnd, start + 2);
        char mark = text.at(wordEnd);
        if ((mark != '.' && mark != ':') || !begins(text, start)) {
            return next;
        }
        int v4 = version4(text, start, findings);
        return v4 > start ? v4 : Math.max(next, version6(text, start, findings));
    }

    private static boolean isAddressPart(char c) {
        return isHex(c) || c == ':' || c == '.';
    }

    private static boolean isHex(char c) {
        return FoldedText.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean begins(FoldedText text, int start) {
        char before = text.at(start - 1);
        boolean glued = FoldedText.isLetter(before) || FoldedText.isDigit(before) || before == '_';
        boolean inNumber =
                (before == '.' || before == '-' || before == ',') && text.isDigitAt(start - 2);
        return !glued && !inNumber;
    }

    /** Returns the end of the address, or {@code start} if none begins there. */
    private static int version4(FoldedText text, int start, Findings findings) {
        int limit = Math.min(text.length(), start + V4_CHARS_MAX);
        int end = start;
        while (end < limit && (FoldedText.isDigit(text.at(end)) || text.at(end) == '.')) {
            end++;
        }
        while (end > start && text.at(end - 1) == '.') {
            end--;
        }
        String quad = text.substring(start, end);
        boolean goesOn =
                FoldedText.isDigit(text.at(end))
                        || (text.at(end) == '.' && FoldedText.isDigit(text.at(end + 1)))
                        || (text.isLetterAt(end) && !CaseEndings.isEndingAt(text, end));
        if (goesOn || !IpAddresses.isVersion4(quad) || isNumberedThing(text, start, end)) {
            return start;
        }
        return findings.add(IdentifierKind.IP, "v4", quad, start, end) ? end : start;
    }

    private static boolean isNumberedThing(FoldedText text, int start, int end) {
        List<String> before = NearbyWords.before(text, start);
        List<String> after = NearbyWords.after(text, end);
        boolean named =
                VERSIONS.containsAny(before)
                        || (!before.isEmpty() && NUMBERED_THINGS.contains(before.getFirst()));
        return named || (!after.isEmpty() && CLAUSES.contains(after.getFirst()));
    }

    /** Returns the end of the address, or {@code start} if none begins there. */
    private static int version6(FoldedText text, int start, Findings findings) {
        int end = start;
        boolean colon = false;
        while (end - start <= IpAddresses.V6_CHARS_MAX && isAddressPart(text.at(end))) {
            colon |= text.at(end) == ':';
            end++;
        }
        boolean inside = text.at(start - 1) == ':' && text.isDigitAt(start - 2);
        boolean goesOn = text.isLetterAt(end) && !CaseEndings.isEndingAt(text, end);
        if (!colon || inside || goesOn) {
            return start;
        }
        while (end > start && (text.at(end - 1) == '.' || isLoneColon(text, end))) {
            end--;
        }
        int last = end;
        boolean found =
                IpAddresses.version6(text.substring(start, last))
                        .filter(value -> findings.add(IdentifierKind.IP, "v6", value, start, last))
                        .isPresent();
        return found ? last : start;
    }

    private static boolean isLoneColon(FoldedText text, int end) {
        return text.at(end - 1) == ':' && text.at(end - 2) != ':';
    }
}
