package az.qalxan.engines.threatintel.pattern;

/** The pieces of a pattern, one after the other. */
final class Tokens {

    private final Lexer lexer;
    private Token current;

    Tokens(String text) throws BadPattern {
        lexer = new Lexer(text);
        current = lexer.next();
    }

    Token peek() {
        return current;
    }

    Token next() throws BadPattern {
        Token taken = current;
        current = lexer.next();
        return taken;
    }

    boolean take(TokenKind kind) throws BadPattern {
        if (current.kind() != kind) {
            return false;
        }
        next();
        return true;
    }

    /** The next one, if it is of that kind. */
    Token expect(TokenKind kind, String allowed) throws BadPattern {
        if (current.kind() != kind) {
            throw unexpected(allowed);
        }
        return kind == TokenKind.END ? current : next();
    }

    BadPattern unexpected(String allowed) {
        return new BadPattern(current.offset(), current.words(), allowed);
    }
}
