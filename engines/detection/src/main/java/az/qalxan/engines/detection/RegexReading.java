package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RegexNode.At;
import az.qalxan.engines.detection.RegexNode.Chars;
import az.qalxan.engines.detection.RegexNode.Choice;
import az.qalxan.engines.detection.RegexNode.Edge;
import az.qalxan.engines.detection.RegexNode.Repeat;
import az.qalxan.engines.detection.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a regular expression of the kind that Sigma allows: what PCRE and RE2 have in common.
 * {@code \d}, {@code \w}, {@code \s} and {@code \b} are those of ASCII.
 */
final class RegexReading {

    static final int LENGTH_MAX = 20_000;
    static final int DEPTH_MAX = 100;
    static final int REPEAT_MAX = 1_000;

    private final String text;
    private RegexFlags flags;
    private int at;
    private int depth;

    private RegexReading(String text, RegexFlags flags) {
        this.text = text;
        this.flags = flags;
    }

    static RegexNode read(String text, RegexFlags flags) throws BadRegex {
        if (text.length() > LENGTH_MAX) {
            throw BadRegex.at(LENGTH_MAX, "it is too long");
        }
        RegexReading reading = new RegexReading(text, flags);
        RegexNode node = reading.choice();
        if (reading.at < text.length()) {
            throw reading.bad("a ')' too many");
        }
        return node;
    }

    private BadRegex bad(String problem) {
        return BadRegex.at(at, problem);
    }

    private boolean more() {
        return at < text.length();
    }

    private char next() throws BadRegex {
        if (!more()) {
            throw bad("it ends too soon");
        }
        return text.charAt(at++);
    }

    private boolean take(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    private RegexNode choice() throws BadRegex {
        if (++depth > DEPTH_MAX) {
            throw bad("it is nested too deep");
        }
        RegexFlags before = flags;
        List<RegexNode> choices = new ArrayList<>();
        choices.add(sequence());
        while (take("|")) {
            choices.add(sequence());
        }
        flags = before;
        depth--;
        return choices.size() == 1 ? choices.getFirst() : new Choice(choices);
    }

    private RegexNode sequence() throws BadRegex {
        List<RegexNode> nodes = new ArrayList<>();
        while (more() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            nodes.add(repeated(atom()));
        }
        return nodes.size() == 1 ? nodes.getFirst() : new Sequence(nodes);
    }

    private RegexNode repeated(RegexNode node) throws BadRegex {
        RegexNode repeated = node;
        while (more()) {
            char c = text.charAt(at);
            Repeat repeat =
                    switch (c) {
                        case '*' -> new Repeat(repeated, 0, Repeat.WITHOUT_END);
                        case '+' -> new Repeat(repeated, 1, Repeat.WITHOUT_END);
                        case '?' -> new Repeat(repeated, 0, 1);
                        case '{' -> counted(repeated);
                        default -> null;
                    };
            if (repeat == null) {
                break;
            }
            if (node instanceof At) {
                throw bad("a place is repeated");
            }
            at++;
            take("?"); // lazy: the same texts fit
            if (more() && text.charAt(at) == '+') {
                throw BadRegex.unsupported("a possessive repeat");
            }
            repeated = repeat;
        }
        return repeated;
    }

    /** The repeat of a brace, its end left to be read; null where the brace is plain text. */
    private @org.jspecify.annotations.Nullable Repeat counted(RegexNode node) throws BadRegex {
        int close = text.indexOf('}', at);
        String inside = close < 0 ? "" : text.substring(at + 1, close);
        if (!inside.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
            return null;
        }
        String[] bounds = inside.split(",", -1);
        int min = Integer.parseInt(bounds[0]);
        int max = min;
        if (bounds.length == 2) {
            max = bounds[1].isEmpty() ? Repeat.WITHOUT_END : Integer.parseInt(bounds[1]);
        }
        if (min > REPEAT_MAX || max > REPEAT_MAX) {
            throw bad("it repeats more than " + REPEAT_MAX + " times");
        }
        if (max != Repeat.WITHOUT_END && max < min) {
            throw bad("it repeats at least more often than at most");
        }
        at = close;
        return new Repeat(node, min, max);
    }

    private RegexNode atom() throws BadRegex {
        char c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Chars(cased(new RegexClass(this).read()));
            case '.' -> new Chars(flags.dotAll() ? CharSet.ANY : CharSet.NEWLINE.not());
            case '^' -> new At(flags.lines() ? Edge.LINE_START : Edge.TEXT_START);
            case '$' -> new At(flags.lines() ? Edge.LINE_END : Edge.TEXT_END_OR_LAST_NEWLINE);
            case '\\' -> escape();
            case '*', '+', '?' -> {
                at--;
                throw bad("there is nothing to repeat");
            }
            default -> new Chars(cased(CharSet.of(c)));
        };
    }

    private CharSet cased(CharSet set) {
        return flags.anyCase() ? set.anyCase() : set;
    }

    private RegexNode group() throws BadRegex {
        RegexFlags outside = flags;
        if (take("?")) {
            if (take("=") || take("!") || take("<=") || take("<!")) {
                throw BadRegex.unsupported("a look ahead or behind");
            }
            if (take(">")) {
                throw BadRegex.unsupported("an atomic group");
            }
            if (take("P<") || take("<")) {
                name();
            } else if (flagsAlone()) {
                return new Sequence(List.of());
            }
        }
        RegexNode inside = choice();
        if (!take(")")) {
            throw bad("a ')' is missing");
        }
        flags = outside;
        return inside;
    }

    private void name() throws BadRegex {
        while (next() != '>') {
            if (!CharSet.WORD.holds(text.charAt(at - 1))) {
                throw bad("a group's name holds something else than letters and digits");
            }
        }
    }

    /** Reads {@code i-s:} or {@code i-s)}; true for the second, which lasts to the group's end. */
    private boolean flagsAlone() throws BadRegex {
        boolean on = true;
        while (true) {
            char c = next();
            if (c == ')' || c == ':') {
                return c == ')';
            }
            if (c == '-' && on) {
                on = false;
                continue;
            }
            RegexFlags changed = flags.with(c, on);
            if (changed == null) {
                throw BadRegex.unsupported("the flag '" + c + "'");
            }
            flags = changed;
        }
    }

    private RegexNode escape() throws BadRegex {
        char c = next();
        return switch (c) {
            case 'b' -> new At(Edge.WORD_EDGE);
            case 'B' -> new At(Edge.NO_WORD_EDGE);
            case 'A' -> new At(Edge.TEXT_START);
            case 'z' -> new At(Edge.TEXT_END);
            case 'Z' -> new At(Edge.TEXT_END_OR_LAST_NEWLINE);
            default -> {
                if (c >= '1' && c <= '9') {
                    throw BadRegex.unsupported("a back reference");
                }
                yield new Chars(cased(escaped(c)));
            }
        };
    }

    /** What an escape stands for that is a set of characters, within and without brackets. */
    CharSet escaped(char c) throws BadRegex {
        return switch (c) {
            case 'd' -> CharSet.DIGIT;
            case 'D' -> CharSet.DIGIT.not();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.not();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.not();
            case 't' -> CharSet.of('\t');
            case 'n' -> CharSet.of('\n');
            case 'r' -> CharSet.of('\r');
            case 'f' -> CharSet.of('\f');
            case 'v' -> CharSet.of('\u000b');
            case 'a' -> CharSet.of('\u0007');
            case 'e' -> CharSet.of('\u001b');
            case '0' -> CharSet.of('\0');
            case 'x' -> CharSet.of(hex(2));
            case 'u' -> CharSet.of(hex(4));
            case 'p', 'P' -> throw BadRegex.unsupported("a class of Unicode");
            case 'Q', 'E' -> throw BadRegex.unsupported("a quotation");
            default -> {
                if (CharSet.WORD.holds(c)) {
                    throw bad("'\\" + c + "' means nothing");
                }
                yield CharSet.of(c);
            }
        };
    }

    private char hex(int digits) throws BadRegex {
        String number;
        if (take("{")) {
            int close = text.indexOf('}', at);
            number = close < 0 ? "" : text.substring(at, close);
            at = close + 1;
        } else {
            int end = Math.min(at + digits, text.length());
            number = text.substring(at, end);
            at = end;
        }
        if (!number.matches("[0-9a-fA-F]{1,4}")) {
            throw bad("a number in hexadecimal is missing");
        }
        return (char) Integer.parseInt(number, 16);
    }

    /** Reads what stands in brackets. */
    private record RegexClass(RegexReading in) {

        CharSet read() throws BadRegex {
            boolean negated = in.take("^");
            CharSet set = new CharSet(new java.util.BitSet());
            boolean first = true;
            while (first || !in.take("]")) {
                if (in.take("[:")) {
                    throw BadRegex.unsupported("a class of POSIX");
                }
                set = set.or(part());
                first = false;
            }
            CharSet wide = in.flags.anyCase() ? set.anyCase() : set;
            return negated ? wide.not() : wide;
        }

        private CharSet part() throws BadRegex {
            CharSet from = one();
            boolean range = in.text.startsWith("-", in.at) && !in.text.startsWith("-]", in.at);
            if (!range || from.units().cardinality() != 1) {
                return from;
            }
            in.at++;
            CharSet to = one();
            if (to.units().cardinality() != 1) {
                return from.or(CharSet.of('-')).or(to);
            }
            char low = (char) from.units().nextSetBit(0);
            char high = (char) to.units().nextSetBit(0);
            if (low > high) {
                throw in.bad("a range runs backwards");
            }
            return CharSet.range(low, high);
        }

        private CharSet one() throws BadRegex {
            char c = in.next();
            if (c != '\\') {
                return CharSet.of(c);
            }
            char escape = in.next();
            return escape == 'b' ? CharSet.of('\b') : in.escaped(escape);
        }
    }
}
