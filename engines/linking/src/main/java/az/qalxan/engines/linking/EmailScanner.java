package az.qalxan.engines.linking;

import java.util.Locale;

/** Finds e-mail addresses whose domain has a known ending. */
final class EmailScanner implements Scanner {

    private static final int LOCAL_CHARS_MAX = 64;
    private static final String LOCAL_MARKS = "._%+-";

    @Override
    public void scan(FoldedText text, Findings findings) {
        for (int i = 1; i < text.length(); i++) {
            if (text.at(i) == '@' && HostReader.isLabelStart(text.at(i + 1))) {
                scanAt(text, i, findings);
            }
        }
    }

    private static void scanAt(FoldedText text, int at, Findings findings) {
        int start = localStart(text, at);
        if (start == at) {
            return;
        }
        HostReader.read(text, at + 1)
                .filter(Host::registrable)
                .ifPresent(host -> {
                    String local = text.substring(start, at).toLowerCase(Locale.ROOT);
                    findings.add(
                            IdentifierKind.EMAIL, local + "@" + host.name(), start, host.end());
                });
    }

    private static int localStart(FoldedText text, int at) {
        int start = at;
        while (start > 0 && at - start < LOCAL_CHARS_MAX && isLocalPart(text.at(start - 1))) {
            start--;
        }
        while (start < at && !FoldedText.isAlphanumeric(text.at(start))) {
            start++;
        }
        boolean cut = FoldedText.isLetter(text.at(start - 1)) || text.at(at - 1) == '.';
        return cut ? at : start;
    }

    private static boolean isLocalPart(char c) {
        return FoldedText.isAlphanumeric(c) || LOCAL_MARKS.indexOf(c) >= 0;
    }
}
