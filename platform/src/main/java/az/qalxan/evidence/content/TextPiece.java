package az.qalxan.evidence.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a part's text.
 *
 * @param kind the kind of identifier that it is; empty for plain text
 * @param value the identifier's form for comparing
 */
record TextPiece(String text, String kind, String value) {

    /** An identifier with its place in the text. */
    record Span(int start, int end, String kind, String value) {}

    /** A window of a text with the identifiers in it. */
    static List<TextPiece> of(String text, int from, int to, List<Span> spans) {
        List<TextPiece> pieces = new ArrayList<>();
        int at = from;
        for (Span span : spans) {
            if (span.start() >= at && span.end() <= to) {
                plain(text, at, span.start(), pieces);
                String words = text.substring(span.start(), span.end());
                pieces.add(new TextPiece(words, span.kind(), span.value()));
                at = span.end();
            }
        }
        plain(text, at, to, pieces);
        return pieces;
    }

    private static void plain(String text, int from, int to, List<TextPiece> pieces) {
        if (to > from) {
            pieces.add(new TextPiece(text.substring(from, to), "", ""));
        }
    }
}
