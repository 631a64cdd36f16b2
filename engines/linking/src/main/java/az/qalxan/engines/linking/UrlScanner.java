package az.qalxan.engines.linking;

import java.util.Optional;

/** Finds links that are written with their scheme, also defanged. */
final class UrlScanner implements Scanner {

    private static final int SCHEME_CHARS_MAX = 5;

    private final LinkFindings links;

    UrlScanner(LinkFindings links) {
        this.links = links;
    }

    @Override
    public void scan(FoldedText text, Findings findings) {
        LinkReader reader = new LinkReader(text, findings);
        for (int i = 3; i < text.length(); i++) {
            if (text.at(i) == ':' && !findings.isTaken(i)) {
                scanColon(text, findings, reader, i);
            }
        }
    }

    private void scanColon(FoldedText text, Findings findings, LinkReader reader, int colon) {
        int hostStart = behindSlashes(text, colon + 1);
        int start = colon;
        while (colon - start < SCHEME_CHARS_MAX && isSchemePart(text.at(start - 1))) {
            start--;
        }
        String scheme = LinkReader.scheme(text.substring(start, colon));
        if (hostStart < 0 || scheme.isEmpty() || text.isAlphanumericAt(start - 1)) {
            return;
        }
        int first = start;
        Optional<Link> link = reader.afterScheme(scheme, hostStart);
        link.ifPresent(found -> links.add(found, first, findings));
    }

    private static boolean isSchemePart(char c) {
        return FoldedText.isAsciiLetter(c) || c == '*';
    }

    /** People type two slashes, sometimes one or three, sometimes with a space behind. */
    private static int behindSlashes(FoldedText text, int index) {
        int end = index;
        while (end - index < 3 && text.at(end) == '/') {
            end++;
        }
        if (end == index) {
            return -1;
        }
        return end - index >= 2 && text.at(end) == ' ' && text.isAlphanumericAt(end + 1)
                ? end + 1
                : end;
    }
}
