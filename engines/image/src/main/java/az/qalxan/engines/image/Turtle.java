package az.qalxan.engines.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what AFF4 containers say in Turtle: prefixes, statements about named things, literals with
 * their types. Blank nodes and lists are passed over. Bounded by its input.
 */
final class Turtle {

    /** A name or a value. */
    record Term(String value, String type) {}

    static final int CHARS_MAX = 16 << 20;

    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final int NESTING_MAX = 64;

    private final String text;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Map<String, List<Term>>> told = new LinkedHashMap<>();
    private int at;

    private Turtle(String text) {
        this.text = text;
    }

    /** What it says of which thing; as far as it can be read. */
    static Map<String, Map<String, List<Term>>> read(String text) {
        Turtle turtle = new Turtle(text.substring(0, Math.min(text.length(), CHARS_MAX)));
        while (turtle.space()) {
            if (!turtle.statement()) {
                break;
            }
        }
        return turtle.told;
    }

    /** Passes over spaces and comments; false at the end. */
    private boolean space() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private boolean take(char c) {
        if (space() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean statement() {
        for (String word : List.of("@prefix", "PREFIX", "prefix")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return prefix(word.startsWith("@"));
            }
        }
        Term subject = term(0);
        if (subject == null) {
            return false;
        }
        Map<String, List<Term>> about =
                told.computeIfAbsent(subject.value(), name -> new LinkedHashMap<>());
        return predicates(about, 0) && take('.');
    }

    private boolean prefix(boolean dot) {
        space();
        int colon = text.indexOf(':', at);
        if (colon < 0) {
            return false;
        }
        String name = text.substring(at, colon).strip();
        at = colon + 1;
        Term target = term(0);
        if (target == null) {
            return false;
        }
        prefixes.put(name, target.value());
        return !dot || take('.');
    }

    private boolean predicates(Map<String, List<Term>> about, int depth) {
        do {
            if (!space() || text.charAt(at) == '.' || text.charAt(at) == ']') {
                return at < text.length();
            }
            Term predicate = term(depth);
            if (predicate == null) {
                return false;
            }
            do {
                Term object = term(depth);
                if (object == null) {
                    return false;
                }
                about.computeIfAbsent(predicate.value(), name -> new ArrayList<>()).add(object);
            } while (take(','));
        } while (take(';'));
        return true;
    }

    /** The next term, or null where none can be read. */
    private @org.jspecify.annotations.Nullable Term term(int depth) {
        if (!space() || depth > NESTING_MAX) {
            return null;
        }
        char c = text.charAt(at);
        if (c == '<') {
            int end = text.indexOf('>', at);
            if (end < 0) {
                return null;
            }
            String name = text.substring(at + 1, end);
            at = end + 1;
            return new Term(name, "");
        }
        if (c == '"' || c == '\'') {
            return literal(c, depth);
        }
        if (c == '[' || c == '(') {
            return nested(c, depth);
        }
        return word();
    }

    private @org.jspecify.annotations.Nullable Term nested(char open, int depth) {
        at++;
        if (open == '[') {
            return predicates(new HashMap<>(), depth + 1) && take(']') ? new Term("", "") : null;
        }
        while (!take(')')) {
            if (term(depth + 1) == null) {
                return null;
            }
        }
        return new Term("", "");
    }

    private @org.jspecify.annotations.Nullable Term literal(char quote, int depth) {
        String three = String.valueOf(quote).repeat(3);
        String ending = text.startsWith(three, at) ? three : String.valueOf(quote);
        at += ending.length();
        StringBuilder value = new StringBuilder();
        while (!text.startsWith(ending, at)) {
            if (at >= text.length()) {
                return null;
            }
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            } else {
                value.append(c);
            }
        }
        at += ending.length();
        if (text.startsWith("^^", at)) {
            at += 2;
            Term type = term(depth + 1);
            return type == null ? null : new Term(value.toString(), type.value());
        }
        if (at < text.length() && text.charAt(at) == '@') {
            word();
        }
        return new Term(value.toString(), "");
    }

    private @org.jspecify.annotations.Nullable Term word() {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && ";,[]()\"'<>#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (at > start && text.charAt(at - 1) == '.') {
            at--;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            return null;
        }
        if (word.equals("a")) {
            return new Term(TYPE, "");
        }
        int colon = word.indexOf(':');
        String base = colon < 0 ? null : prefixes.get(word.substring(0, colon));
        return new Term(base == null ? word : base + word.substring(colon + 1), "");
    }

    static String typeOf() {
        return TYPE;
    }
}
