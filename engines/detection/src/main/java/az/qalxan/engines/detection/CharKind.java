package az.qalxan.engines.detection;

/** What a character, or the edge of a text, is to those places that an expression asks for. */
enum CharKind {
    EDGE,
    NEWLINE,
    WORD,
    OTHER;

    static CharKind of(char c) {
        if (c == '\n') {
            return NEWLINE;
        }
        return CharSet.WORD.holds(c) ? WORD : OTHER;
    }
}
