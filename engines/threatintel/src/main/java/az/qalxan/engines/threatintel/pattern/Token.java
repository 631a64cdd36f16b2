package az.qalxan.engines.threatintel.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a pattern's text.
 *
 * @param written how it is written
 * @param constant its value where it is a constant
 */
record Token(TokenKind kind, int offset, String written, @Nullable Constant constant) {

    /** How it is named in a fault. */
    String words() {
        String shown = written.length() > 40 ? written.substring(0, 40) + "…" : written;
        return kind == TokenKind.END ? kind.words() : "'" + shown + "'";
    }
}
