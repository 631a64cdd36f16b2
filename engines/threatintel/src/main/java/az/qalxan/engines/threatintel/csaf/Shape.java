package az.qalxan.engines.threatintel.csaf;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The form that JSON has to have, written in tables after the published schemas: which members an
 * object has, which must be there, and of which kind they are.
 */
final class Shape {

    /** Longer texts are refused where a pattern is asked for. */
    private static final int PATTERN_CHARS_MAX = 100_000;

    /** Where groups repeat, Java's expressions go one deeper on the stack for each repetition. */
    private static final int REPEATED_CHARS_MAX = 500;

    private final Map<String, ObjectForm> objects = new HashMap<>();

    private sealed interface Form {}

    private record Text(int charsMin) implements Form {}

    private record Matching(Pattern pattern, int charsMax) implements Form {

        static Matching of(String form) {
            boolean repeats = form.contains(")*") || form.contains(")+");
            return new Matching(
                    Pattern.compile(form), repeats ? REPEATED_CHARS_MAX : PATTERN_CHARS_MAX);
        }

        boolean fits(String text) {
            return text.length() <= charsMax && pattern.matcher(text).find();
        }
    }

    private record OneOf(Set<String> values) implements Form {}

    private record Number(BigDecimal min, BigDecimal max) implements Form {}

    private record Array(int itemsMin, boolean unique, Form item) implements Form {}

    private record Named(String object) implements Form {}

    private enum Simple implements Form {
        URI,
        DATE,
        BOOLEAN,
        NAMESPACE,
        ANY
    }

    /** Whether other members are forbidden, tolerated, or nobody's business. */
    private enum Openness {
        CLOSED,
        OPEN,
        FREE
    }

    private record Member(Form form, boolean required) {}

    private record ObjectForm(
            Openness openness, int membersMin, int membersMax, Map<String, Member> members) {}

    private Shape() {}

    static Shape of(String... resources) {
        Shape shape = new Shape();
        for (String resource : resources) {
            Map<String, Member> members = new LinkedHashMap<>();
            for (String line : Lines.of(resource)) {
                String[] parts = line.trim().split(" ", 2);
                if (line.startsWith("object ")) {
                    members = shape.object(parts[1].split(" "));
                } else {
                    boolean required = parts[0].endsWith("!");
                    String name =
                            required ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
                    members.put(name.intern(), new Member(form(parts[1]), required));
                }
            }
        }
        return shape;
    }

    private Map<String, Member> object(String[] words) {
        Map<String, Member> members = new LinkedHashMap<>();
        int max = words[3].equals("-") ? Integer.MAX_VALUE : Integer.parseInt(words[3]);
        objects.put(
                words[0],
                new ObjectForm(
                        Openness.valueOf(words[1].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(words[2]),
                        max,
                        members));
        return members;
    }

    private static Form form(String words) {
        String[] parts = words.split(" ", 2);
        String rest = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "text" -> new Text(Integer.parseInt(rest));
            case "pattern" -> Matching.of(rest.replaceAll("\\$(?=$|\\|\\^)", "\\\\z"));
            case "enum" -> new OneOf(Set.copyOf(Arrays.asList(rest.split("\\|"))));
            case "number" -> number(rest.split(" "));
            case "list", "set" -> array(parts[0].equals("set"), rest.split(" ", 2));
            case "is" -> new Named(rest);
            case "uri" -> Simple.URI;
            case "date" -> Simple.DATE;
            case "boolean" -> Simple.BOOLEAN;
            case "namespace" -> Simple.NAMESPACE;
            case "any" -> Simple.ANY;
            default -> throw new IllegalArgumentException("no such form: " + words);
        };
    }

    private static Form number(String[] bounds) {
        return new Number(new BigDecimal(bounds[0]), new BigDecimal(bounds[1]));
    }

    private static Form array(boolean unique, String[] parts) {
        return new Array(Integer.parseInt(parts[0]), unique, form(parts[1]));
    }

    /** Adds a finding for each breach of that object's form. */
    void breaches(At at, String object, Findings findings) {
        new Walk(findings, false).named(at, object);
    }

    /** Adds a finding for each member that the form does not know. */
    void extras(At at, String object, Findings findings) {
        new Walk(findings, true).named(at, object);
    }

    private final class Walk {

        private final Findings findings;
        private final boolean extrasOnly;

        Walk(Findings findings, boolean extrasOnly) {
            this.findings = findings;
            this.extrasOnly = extrasOnly;
        }

        private void breach(At at, String words) {
            if (!extrasOnly) {
                findings.add(at, words);
            }
        }

        void named(At at, String name) {
            ObjectForm form = objects.get(name);
            if (form == null) {
                throw new IllegalStateException("no such object form: " + name);
            }
            if (!at.node().isObject()) {
                breach(at, "an object was expected");
                return;
            }
            int size = at.node().size();
            if (size < form.membersMin || size > form.membersMax) {
                breach(at, "has " + size + " members, at least " + form.membersMin + " are wanted");
            }
            int known = 0;
            for (Map.Entry<String, Member> e : form.members.entrySet()) {
                if (at.node().get(e.getKey()) != null) {
                    known++;
                    value(at.at(e.getKey()), e.getValue().form);
                } else if (e.getValue().required) {
                    breach(at, "the member " + e.getKey() + " is missing");
                }
            }
            if (known < size) {
                unknown(at, form);
            }
        }

        private void unknown(At at, ObjectForm form) {
            boolean told =
                    form.openness == Openness.CLOSED
                            || extrasOnly && form.openness == Openness.OPEN;
            if (!told) {
                return;
            }
            for (At member : at.members()) {
                if (!form.members.containsKey(member.name())) {
                    findings.add(member, "the schema knows no such member");
                }
            }
        }

        private void value(At at, Form form) {
            if (extrasOnly && !holdsObjects(form)) {
                return;
            }
            switch (form) {
                case Named(String object) -> named(at, object);
                case Array array -> array(at, array);
                case Text(int min) -> {
                    if (!at.node().isString()
                            || at.text().codePointCount(0, at.text().length()) < min) {
                        breach(at, "a text of at least " + min + " characters was expected");
                    }
                }
                case Matching matching -> {
                    if (!at.node().isString() || !matching.fits(at.text())) {
                        breach(at, "the text has not the form " + matching.pattern);
                    }
                }
                case OneOf(Set<String> values) -> {
                    if (!values.contains(at.text())) {
                        breach(at, "one of " + values + " was expected");
                    }
                }
                case Number(BigDecimal min, BigDecimal max) -> {
                    if (!isWithin(at.node(), min, max)) {
                        breach(at, "a number from " + min + " to " + max + " was expected");
                    }
                }
                case Simple simple -> simple(at, simple);
            }
        }

        private void simple(At at, Simple form) {
            boolean good =
                    switch (form) {
                        case URI -> isUri(at.text());
                        case DATE -> Times.of(at.text()) != null;
                        case BOOLEAN -> at.node().isBoolean();
                        case NAMESPACE -> SsvcNamespace.of(at.text()) != null;
                        case ANY -> true;
                    };
            if (!good) {
                breach(at, "not a valid " + form.name().toLowerCase(Locale.ROOT));
            }
        }

        private void array(At at, Array form) {
            if (!at.node().isArray() || at.node().size() < form.itemsMin) {
                breach(at, "a list of at least " + form.itemsMin + " was expected");
                return;
            }
            Set<JsonNode> seen = new HashSet<>();
            for (At item : at.each()) {
                if (form.unique && !seen.add(item.node())) {
                    breach(item, "the same item stands in the list before");
                }
                value(item, form.item);
                if (findings.isFull()) {
                    return;
                }
            }
        }
    }

    private static boolean holdsObjects(Form form) {
        return form instanceof Named
                || form instanceof Array(int min, boolean unique, Form item) && holdsObjects(item);
    }

    private static boolean isWithin(JsonNode node, BigDecimal min, BigDecimal max) {
        if (!node.isNumber()) {
            return false;
        }
        BigDecimal number = node.decimalValue();
        return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
    }

    static boolean isUri(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
