package az.qalxan.engines.threatintel.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Cuts the text of a pattern into its pieces, each as long as it can be. */
final class Lexer {

    private static final Map<String, TokenKind> WORDS =
            Map.ofEntries(
                    Map.entry("AND", TokenKind.AND),
                    Map.entry("OR", TokenKind.OR),
                    Map.entry("NOT", TokenKind.NOT),
                    Map.entry("FOLLOWEDBY", TokenKind.FOLLOWEDBY),
                    Map.entry("LIKE", TokenKind.LIKE),
                    Map.entry("MATCHES", TokenKind.MATCHES),
                    Map.entry("ISSUPERSET", TokenKind.ISSUPERSET),
                    Map.entry("ISSUBSET", TokenKind.ISSUBSET),
                    Map.entry("EXISTS", TokenKind.EXISTS),
                    Map.entry("LAST", TokenKind.LAST),
                    Map.entry("IN", TokenKind.IN),
                    Map.entry("START", TokenKind.START),
                    Map.entry("STOP", TokenKind.STOP),
                    Map.entry("SECONDS", TokenKind.SECONDS),
                    Map.entry("true", TokenKind.TRUTH),
                    Map.entry("false", TokenKind.TRUTH),
                    Map.entry("WITHIN", TokenKind.WITHIN),
                    Map.entry("REPEATS", TokenKind.REPEATS),
                    Map.entry("TIMES", TokenKind.TIMES));

    private static final String SPACES =
            " \t\r\n\u000b\u000c\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
                    + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    private static final int DIGITS_MAX = 400;

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    Token next() throws BadPattern {
        skip();
        int start = at;
        if (at == text.length()) {
            return new Token(TokenKind.END, start, "", null);
        }
        char c = text.charAt(at);
        if (isNameStart(c)) {
            return c == 'h' || c == 'b' || c == 't' ? prefixed(start, c) : name(start);
        }
        if (c == '\'') {
            return new Token(TokenKind.TEXT, start, cut(start), quoted());
        }
        return isNumberStart(c) ? number(start) : sign(start, c);
    }

    private Token prefixed(int start, char prefix) throws BadPattern {
        if (peek(1) != '\'') {
            return name(start);
        }
        at++;
        String inside = quoted().text();
        Constant constant = constant(prefix, inside);
        if (constant == null) {
            String allowed =
                    switch (prefix) {
                        case 'h' -> "an even number of hexadecimal digits";
                        case 'b' -> "base64";
                        default -> "a timestamp such as t'2026-11-28T03:04:05.678Z'";
                    };
            throw new BadPattern(start, "'" + inside + "'", allowed);
        }
        TokenKind kind = prefix == 't' ? TokenKind.MOMENT : TokenKind.OCTETS;
        return new Token(kind, start, text.substring(start, at), constant);
    }

    private static @org.jspecify.annotations.Nullable Constant constant(
            char prefix, String inside) {
        if (prefix == 't') {
            Instant instant = Moments.read(inside);
            return instant == null ? null : new Constant.Moment(instant);
        }
        byte[] octets = prefix == 'h' ? Octets.ofHex(inside) : Octets.ofBase64(inside);
        boolean empty = prefix == 'b' && inside.isEmpty();
        return octets == null || empty ? null : new Constant.Octets(octets);
    }

    private Token name(int start) {
        boolean hyphen = false;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            hyphen |= text.charAt(at++) == '-';
        }
        String name = text.substring(start, at);
        TokenKind kind =
                WORDS.getOrDefault(name, hyphen ? TokenKind.HYPHENED_NAME : TokenKind.NAME);
        Constant truth = kind == TokenKind.TRUTH ? new Constant.Truth("true".equals(name)) : null;
        return new Token(kind, start, name, truth);
    }

    /** The text up to the next apostrophe that no backslash stands before. */
    private Constant.Text quoted() throws BadPattern {
        int start = at++;
        StringBuilder inside = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                return new Constant.Text(inside.toString());
            }
            inside.append(c == '\\' ? escaped() : c);
        }
        throw new BadPattern(start, "a text that does not end", "an apostrophe at its end");
    }

    private char escaped() throws BadPattern {
        char c = peek(0);
        if (c != '\'' && c != '\\') {
            throw new BadPattern(at - 1, "a backslash", "\\\\ or \\' in a text");
        }
        at++;
        return c;
    }

    private String cut(int start) {
        return text.substring(start, Math.min(text.length(), start + 20));
    }

    private boolean isNumberStart(char c) {
        char next = peek(1);
        return switch (c) {
            case '+', '-' -> isDigit(next) || (next == '.' && isDigit(peek(2)));
            case '.' -> isDigit(next);
            default -> isDigit(c);
        };
    }

    private Token number(int start) throws BadPattern {
        if (!isDigit(text.charAt(at)) && text.charAt(at) != '.') {
            at++;
        }
        int digits = at;
        digits();
        boolean fraction = peek(0) == '.' && isDigit(peek(1));
        if (fraction) {
            at++;
            digits();
        } else if (text.charAt(digits) == '0') {
            at = digits + 1;
        }
        String written = text.substring(start, at);
        if (written.length() > DIGITS_MAX) {
            throw new BadPattern(start, "a number", "at most " + DIGITS_MAX + " digits");
        }
        TokenKind kind = fraction ? TokenKind.FRACTION : TokenKind.WHOLE;
        return new Token(kind, start, written, new Constant.Number(new BigDecimal(written)));
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private Token sign(int start, char c) throws BadPattern {
        TokenKind two =
                switch (text.startsWith("==", at) ? "==" : pair()) {
                    case "==" -> TokenKind.EQUAL;
                    case "!=", "<>" -> TokenKind.UNEQUAL;
                    case "<=" -> TokenKind.LESS_OR_EQUAL;
                    case ">=" -> TokenKind.GREATER_OR_EQUAL;
                    default -> null;
                };
        TokenKind kind = two != null ? two : single(c);
        at += two != null ? 2 : 1;
        return new Token(kind, start, text.substring(start, at), null);
    }

    private String pair() {
        return text.substring(at, Math.min(text.length(), at + 2));
    }

    private TokenKind single(char c) throws BadPattern {
        return switch (c) {
            case '=' -> TokenKind.EQUAL;
            case '<' -> TokenKind.LESS;
            case '>' -> TokenKind.GREATER;
            case ':' -> TokenKind.COLON;
            case '.' -> TokenKind.DOT;
            case ',' -> TokenKind.COMMA;
            case '(' -> TokenKind.OPEN_PAREN;
            case ')' -> TokenKind.CLOSE_PAREN;
            case '[' -> TokenKind.OPEN_BRACKET;
            case ']' -> TokenKind.CLOSE_BRACKET;
            case '*' -> TokenKind.STAR;
            default ->
                    throw new BadPattern(
                            at,
                            "U+%04X".formatted((int) c),
                            "a name, a constant, an operator or a bracket");
        };
    }

    private void skip() throws BadPattern {
        while (at < text.length()) {
            if (SPACES.indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = lineEnd();
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new BadPattern(at, "a comment that does not end", "*/ at its end");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private int lineEnd() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }
}
