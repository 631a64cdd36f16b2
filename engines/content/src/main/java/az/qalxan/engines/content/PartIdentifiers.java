package az.qalxan.engines.content;

import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import java.util.ArrayList;
import java.util.List;

/** Identifiers in the text of a part, of any length, by the engine that reads reports. */
public final class PartIdentifiers {

    /** The most identifiers given for one part: the first ones in it. */
    public static final int IDENTIFIERS_MAX = 5_000;

    private static final int PIECE_CHARS = 150_000;
    private static final int BREAK_CHARS = 5_000;

    private PartIdentifiers() {}

    /** The identifiers in order of their place; spans are places in the whole text. */
    public static List<Identifier> in(String text, IdentifierExtractor extractor) {
        List<Identifier> found = new ArrayList<>();
        for (Piece piece : pieces(text)) {
            int start = piece.start();
            for (Identifier one : extractor.extract(text.substring(start, piece.end()))) {
                found.add(
                        new Identifier(
                                one.kind(),
                                one.scheme(),
                                one.value(),
                                one.start() + start,
                                one.end() + start));
            }
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), IDENTIFIERS_MAX)));
    }

    /** A stretch of a text that the engine takes at once. */
    public record Piece(int start, int end) {}

    /** The whole text in stretches that break no line, or at least no word. */
    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            pieces.add(new Piece(start, end));
            start = end;
        }
        return pieces;
    }

    /** Where a piece ends: behind a line if there is one near, else behind a word. */
    private static int end(String text, int start) {
        int end = start + PIECE_CHARS;
        if (end >= text.length()) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', end);
        if (line > end - BREAK_CHARS) {
            return line + 1;
        }
        int word = text.lastIndexOf(' ', end);
        return word > end - BREAK_CHARS ? word + 1 : end;
    }
}
