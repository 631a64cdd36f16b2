package az.qalxan.engines.caseontology;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts and numbers as JSON with one spelling for the same things. */
final class JsonText {

    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, Object> object) {
        JsonText text = new JsonText();
        text.value(object, "\n");
        return text.out.append('\n').toString();
    }

    private void value(Object value, String line) {
        switch (value) {
            case Map<?, ?> map -> object(map, line);
            case List<?> list -> list(list, line);
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map, String line) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(line).append(STEP);
            text(entry.getKey().toString());
            out.append(": ");
            value(entry.getValue(), line + STEP);
            out.append(entries.hasNext() ? "," : line);
        }
        out.append('}');
    }

    private void list(List<?> list, String line) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(line).append(STEP);
            value(list.get(i), line + STEP);
            out.append(i + 1 < list.size() ? "," : line);
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                out.append('\\').append(sign);
            } else if (sign < ' ' || Character.isSurrogate(sign) && lone(text, i)) {
                out.append(sign < ' ' ? String.format("\\u%04x", (int) sign) : "\ufffd");
            } else {
                out.append(sign);
            }
        }
        out.append('"');
    }

    /** Half a sign has no place in UTF-8. */
    private static boolean lone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
