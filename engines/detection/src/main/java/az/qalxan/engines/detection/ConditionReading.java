package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a condition: or binds less than and, and less than not, and less than "1 of" (Sigma 2.1.0).
 */
final class ConditionReading {

    static final int LENGTH_MAX = 20_000;
    private static final int DEPTH_MAX = 100;

    private final List<String> words = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int at;
    private int depth;

    private ConditionReading(String text) throws BadCondition {
        split(text);
    }

    static Condition read(String text) throws BadCondition {
        if (text.length() > LENGTH_MAX) {
            throw new BadCondition(LENGTH_MAX, "it is too long");
        }
        ConditionReading reading = new ConditionReading(text);
        Condition condition = reading.or();
        if (reading.at < reading.words.size()) {
            throw reading.bad("'" + reading.words.get(reading.at) + "' stands where it should end");
        }
        return condition;
    }

    /** Says where and why; a place is a character of the text, from 1. */
    static final class BadCondition extends Exception {

        private static final long serialVersionUID = 1L;

        final int place;

        BadCondition(int place, String problem) {
            super(problem);
            this.place = place;
        }
    }

    private void split(String text) throws BadCondition {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int begin = i;
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            if (c == '(' || c == ')') {
                i++;
            } else if (isName(c)) {
                while (i < text.length() && isName(text.charAt(i))) {
                    i++;
                }
            } else {
                throw new BadCondition(i + 1, "'" + c + "' means nothing there");
            }
            words.add(text.substring(begin, i));
            places.add(begin + 1);
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '*' || c == '.';
    }

    private BadCondition bad(String problem) {
        int place = at < places.size() ? places.get(at) : places.isEmpty() ? 1 : places.getLast();
        return new BadCondition(place, problem);
    }

    private boolean take(String keyword) {
        if (at < words.size() && words.get(at).toLowerCase(Locale.ROOT).equals(keyword)) {
            at++;
            return true;
        }
        return false;
    }

    private Condition or() throws BadCondition {
        if (++depth > DEPTH_MAX) {
            throw bad("it is nested too deep");
        }
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(and());
        } while (take("or"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition and() throws BadCondition {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(not());
        } while (take("and"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition not() throws BadCondition {
        boolean negated = false;
        while (take("not")) {
            negated = !negated;
        }
        Condition part = part();
        return negated ? new Condition.Not(part) : part;
    }

    private Condition part() throws BadCondition {
        if (take("(")) {
            Condition inside = or();
            if (!take(")")) {
                throw bad("a ')' is missing");
            }
            return inside;
        }
        if (at == words.size()) {
            throw bad("it ends too soon");
        }
        String word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1).toLowerCase(Locale.ROOT) : "";
        if (next.equals("of")) {
            return of(word.toLowerCase(Locale.ROOT));
        }
        if (word.equals(")") || word.matches("(?i)and|or|of")) {
            throw bad("a selection is missing before '" + word + "'");
        }
        at++;
        return new Condition.Named(word);
    }

    private Condition of(String how) throws BadCondition {
        if (!how.matches("1|any|all")) {
            throw bad("only '1 of', 'any of' and 'all of' are known");
        }
        at += 2;
        if (at == words.size() || words.get(at).matches("[()]")) {
            throw bad("a selection is missing behind 'of'");
        }
        return new Condition.Of(how.equals("all"), words.get(at++));
    }
}
