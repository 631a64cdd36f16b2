package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of a rule, its escapes resolved (Sigma 2.1.0, "Escaping" and "Wildcards").
 *
 * <p>A backslash makes {@code *}, {@code ?} and itself plain; before anything else, and at the end,
 * it is a backslash.
 */
record SigmaText(List<Part> parts) {

    SigmaText {
        parts = List.copyOf(parts);
    }

    /** A run of plain text, or a wildcard. */
    sealed interface Part {

        record Plain(String text) implements Part {}

        /** {@code *}: any text, also none. */
        record Many() implements Part {}

        /** {@code ?}: any one character. */
        record One() implements Part {}
    }

    static final Part MANY = new Part.Many();
    static final Part ONE = new Part.One();

    static SigmaText plain(String text) {
        return new SigmaText(text.isEmpty() ? List.of() : List.of(new Part.Plain(text)));
    }

    static SigmaText parse(String written) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length() && isSpecial(written.charAt(i + 1))) {
                i++;
                plain.append(written.charAt(i));
            } else if (c == '*' || c == '?') {
                flush(plain, parts);
                parts.add(c == '*' ? MANY : ONE);
            } else {
                plain.append(c);
            }
        }
        flush(plain, parts);
        return new SigmaText(parts);
    }

    private static boolean isSpecial(char c) {
        return c == '*' || c == '?' || c == '\\';
    }

    private static void flush(StringBuilder plain, List<Part> parts) {
        if (!plain.isEmpty()) {
            parts.add(new Part.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    boolean isPlain() {
        return parts.stream().allMatch(Part.Plain.class::isInstance);
    }

    /** The text without wildcards; only for a plain one. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Plain plain) {
                text.append(plain.text());
            }
        }
        return text.toString();
    }

    SigmaText startingAnywhere() {
        if (!parts.isEmpty() && parts.getFirst() instanceof Part.Many) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.addFirst(MANY);
        return new SigmaText(more);
    }

    SigmaText endingAnywhere() {
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Many) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(MANY);
        return new SigmaText(more);
    }

    SigmaText anywhere() {
        return startingAnywhere().endingAnywhere();
    }

    /** As it would be written in a rule. */
    String written() {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Many _ -> written.append('*');
                case Part.One _ -> written.append('?');
                case Part.Plain plain -> escape(plain.text(), i + 1 < parts.size(), written);
            }
        }
        return written.toString();
    }

    private static void escape(String text, boolean wildcardFollows, StringBuilder written) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean beforeSpecial =
                    i + 1 < text.length() ? isSpecial(text.charAt(i + 1)) : wildcardFollows;
            if (c == '*' || c == '?' || (c == '\\' && beforeSpecial)) {
                written.append('\\');
            }
            written.append(c);
        }
    }
}
