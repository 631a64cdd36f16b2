package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;

/** Writes content with a record's values as XML, an element a line. */
final class XmlWriting {

    private static final byte[] INDENT = "  ".getBytes(StandardCharsets.US_ASCII);

    private final Templates templates;
    private final TextBuffer out;
    private final ValueText inText;
    private final ValueText inAttribute;

    XmlWriting(Templates templates, TextBuffer out) {
        this.templates = templates;
        this.out = out;
        this.inText = new ValueText(Escaping.XML_TEXT, out);
        this.inAttribute = new ValueText(Escaping.XML_ATTRIBUTE, out);
    }

    void elements(Template template, Values values) throws Flaw {
        elements(template.content, values, 0);
    }

    private void elements(Content[] content, Values values, int depth) throws Flaw {
        templates.spend(content.length);
        for (Content one : content) {
            switch (one) {
                case Element element -> repeated(element, values, depth);
                case Slot slot when values.holdsXml(slot.index()) -> {
                    int from = values.offset(slot.index());
                    nested(from, from + values.size(slot.index()), depth);
                }
                case Nested nested -> nested(nested.at(), nested.end(), depth);
                case Instruction instruction -> instruction(instruction, depth);
                case Slot slot -> {}
                case Literal literal -> {}
            }
        }
    }

    private void nested(int from, int end, int depth) throws Flaw {
        Values values = templates.open();
        Template template = templates.read(from, end, values);
        elements(template.content, values, depth);
        templates.close();
    }

    /** One element, or several where it holds an array. */
    private void repeated(Element element, Values values, int depth) throws Flaw {
        if (element.omitted(values)) {
            return;
        }
        Slot array = element.repeating(values);
        if (array == null) {
            element(element, values, depth);
            return;
        }
        Items items = values.items(array.index(), templates.bytes());
        for (int i = 0; i < Math.max(1, items.count()); i++) {
            values.choose(array.index(), items, i);
            element(element, values, depth);
        }
        values.restore(array.index(), items);
    }

    private void element(Element element, Values values, int depth) throws Flaw {
        line(depth);
        out.put('<');
        out.put(element.name.xml);
        for (Attribute one : element.attributes) {
            attribute(one, values);
        }
        int opened = out.length;
        out.put('>');
        text(element.content, values, inText);
        if (element.holdsElements || element.receivesElements(values)) {
            elements(element.content, values, depth + 1);
            line(depth);
        } else if (out.length == opened + 1) {
            out.length = opened;
            out.ascii("/>");
            return;
        }
        out.ascii("</");
        out.put(element.name.xml);
        out.put('>');
    }

    private void attribute(Attribute attribute, Values values) throws Flaw {
        if (!attribute.omitted(values)) {
            out.put(' ');
            out.put(attribute.name.xml);
            out.ascii("=\"");
            text(attribute.value, values, inAttribute);
            out.put('"');
        }
    }

    private void text(Content[] content, Values values, ValueText to) throws Flaw {
        for (Content one : content) {
            if (one instanceof Literal literal) {
                literal.write(to);
            } else if (one instanceof Slot slot) {
                values.write(slot.index(), templates.bytes(), to, out);
            }
        }
    }

    private void instruction(Instruction instruction, int depth) throws Flaw {
        line(depth);
        out.ascii("<?");
        out.put(instruction.target().xml);
        out.put(' ');
        instruction.data().write(inText);
        out.ascii("?>");
    }

    private void line(int depth) throws Flaw {
        if (out.length > 0) {
            out.put('\n');
        }
        for (int i = 0; i < depth; i++) {
            out.put(INDENT);
        }
    }
}
