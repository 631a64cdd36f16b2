package az.qalxan.engines.warrants;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;

/** Writes elements as XML in UTF-8, with the namespaces that each of them needs. */
final class XmlWriting {

    private static final String START = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private XmlWriting() {}

    static byte[] bytes(Element root) {
        XmlWriting writing = new XmlWriting();
        writing.out.append(START);
        writing.element(root, Map.of("", ""), 0, true);
        writing.out.append('\n');
        return writing.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What was made here is indented; what is carried stays as it was, to the last blank. */
    private void element(Element element, Map<String, String> outer, int depth, boolean indent) {
        out.append('<').append(written(element.name()));
        Map<String, String> scope = declare(element, outer);
        for (Element.Attribute attribute : element.attributes()) {
            attribute(written(attribute.name()), attribute.value());
        }
        List<Content> content = element.content();
        if (content.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        boolean pretty =
                indent
                        && element.scope() == Making.SCOPE
                        && content.stream().allMatch(part -> part instanceof Element);
        for (Content part : content) {
            if (pretty) {
                out.append('\n').append(INDENT.repeat(depth + 1));
            }
            switch (part) {
                case Element inner -> element(inner, scope, depth + 1, pretty);
                case Content.Letters letters -> out.append(escaped(letters.text(), false));
            }
        }
        if (pretty) {
            out.append('\n').append(INDENT.repeat(depth));
        }
        out.append("</").append(written(element.name())).append('>');
    }

    private Map<String, String> declare(Element element, Map<String, String> outer) {
        if (element.scope() == outer) {
            return outer;
        }
        Map<String, String> scope = new TreeMap<>(outer);
        for (Map.Entry<String, String> wanted : new TreeMap<>(element.scope()).entrySet()) {
            if (!wanted.getValue().equals(scope.put(wanted.getKey(), wanted.getValue()))) {
                attribute(
                        wanted.getKey().isEmpty() ? "xmlns" : "xmlns:" + wanted.getKey(),
                        wanted.getValue());
            }
        }
        if (!element.scope().containsKey("") && !"".equals(scope.put("", ""))) {
            attribute("xmlns", "");
        }
        return scope;
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value, true)).append('"');
    }

    private static String written(QName name) {
        return name.getPrefix().isEmpty()
                ? name.getLocalPart()
                : name.getPrefix() + ":" + name.getLocalPart();
    }

    private static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
