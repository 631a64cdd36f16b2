package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes content with a record's values as JSON; the README of this module tells the form. */
final class JsonWriting {

    private static final byte[] ATTRIBUTES = ascii("{\"#attributes\":{");
    private static final byte[] TEXT = ascii(",\"#text\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] EMPTY = ascii("\"\"");
    private static final byte[] CLOSED = ascii("}");

    private final Templates templates;
    private final TextBuffer out;
    private ValueText text;

    JsonWriting(Templates templates, TextBuffer out) {
        this.templates = templates;
        this.out = out;
        this.text = new ValueText(Escaping.JSON, out);
    }

    /** Cuts nothing from now on. */
    void exactly() {
        text = new ValueText(Escaping.JSON_EXACT, out);
    }

    ValueText text() {
        return text;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The JSON object that members are written into.
     *
     * @param container whether Data in it are named by their attribute
     * @param keys what was written into it, unless no key can come twice
     */
    private record Scope(boolean container, @Nullable Keys keys) {}

    /** Writes what an event holds as members of an object that is open already. */
    void members(Template template, Values values) throws Flaw {
        members(new Scope(false, null), template.content, values);
    }

    private void members(Scope scope, Content[] content, Values values) throws Flaw {
        templates.spend(content.length);
        boolean positional = false;
        for (Content one : content) {
            if (one instanceof Element element) {
                if (!scope.container || !element.data) {
                    member(scope, element, element.name, values);
                } else if (element.dataName != null) {
                    member(scope, element, element.dataName, values);
                } else if (!positional) {
                    positional = true;
                    positional(scope, element.name, content, values);
                }
            } else if (one instanceof Slot slot && values.holdsXml(slot.index())) {
                int from = values.offset(slot.index());
                nested(scope, from, from + values.size(slot.index()));
            } else if (one instanceof Nested nested) {
                nested(scope, nested.at(), nested.end());
            }
        }
    }

    private void nested(Scope scope, int from, int end) throws Flaw {
        Values values = templates.open();
        Template template = templates.read(from, end, values);
        members(scope, template.content, values);
        templates.close();
    }

    /** One element under its key, or several where it holds an array. */
    private void member(Scope scope, Element element, Name key, Values values) throws Flaw {
        if (element.omitted(values)) {
            return;
        }
        boolean data = scope.container && element.data;
        Slot array = element.repeating(values);
        if (array == null) {
            key(scope, key, 0);
            value(element, values, data);
        } else if (data) {
            key(scope, key, 0);
            list(element, values);
        } else {
            repeated(scope, element, values, array);
        }
    }

    private void repeated(Scope scope, Element element, Values values, Slot array) throws Flaw {
        Items items = values.items(array.index(), bytes());
        for (int i = 0; i < Math.max(1, items.count()); i++) {
            values.choose(array.index(), items, i);
            key(scope, element.name, i);
            value(element, values, false);
        }
        values.restore(array.index(), items);
    }

    /** The items of a datum's array; a single one stands for itself. */
    private void list(Element element, Values values) throws Flaw {
        int open = out.length;
        out.put('[');
        close(open, listed(element, values, 0));
    }

    /** Ends a list of so many, which is none when there is one. */
    private void close(int open, int count) throws Flaw {
        if (count == 1) {
            out.remove(open);
        } else {
            out.put(']');
        }
    }

    private void key(Scope scope, Name key, int repetition) throws Flaw {
        key(key);
        int before = scope.keys == null ? repetition : scope.keys.count(key);
        if (before > 0) {
            out.length -= 2;
            out.put('_');
            Digits.unsigned(before, out);
            out.put('"');
            out.put(':');
        }
    }

    /** With a comma before all but the first; nothing but an object just opened ends in a brace. */
    private void key(Name key) throws Flaw {
        out.put(key.json, out.last() == '{' ? 1 : 0);
    }

    /** All Data without a name, as one member: a value, or a list of them. */
    private void positional(Scope scope, Name key, Content[] content, Values values) throws Flaw {
        int start = out.length;
        key(scope, key, 0);
        out.put('{');
        out.put(TEXT, 1);
        int open = out.length;
        out.put('[');
        int count = 0;
        for (Content one : content) {
            if (one instanceof Element element
                    && element.data
                    && element.dataName == null
                    && !element.omitted(values)) {
                count += listed(element, values, count);
            }
        }
        if (count == 0) {
            out.length = start;
        } else {
            close(open, count);
            out.put('}');
        }
    }

    /** Adds the element to a list that holds so many, once for each item of its array. */
    private int listed(Element element, Values values, int before) throws Flaw {
        Slot array = element.repeating(values);
        if (array == null) {
            listed(element, values, before > 0);
            return 1;
        }
        Items items = values.items(array.index(), bytes());
        int times = Math.max(1, items.count());
        for (int i = 0; i < times; i++) {
            values.choose(array.index(), items, i);
            listed(element, values, before + i > 0);
        }
        values.restore(array.index(), items);
        return times;
    }

    private void listed(Element element, Values values, boolean further) throws Flaw {
        if (further) {
            out.put(',');
        }
        value(element, values, true);
    }

    /** Null, a scalar, or an object of attributes, text and elements. */
    private void value(Element element, Values values, boolean data) throws Flaw {
        boolean object = element.attributes.length > 0 && attributes(element, values, data);
        if (element.holdsElements || element.receivesElements(values)) {
            if (!object) {
                out.put('{');
            }
            if (element.hasText(values, bytes())) {
                out.put(TEXT, object ? 0 : 1);
                scalar(element.content, values);
            }
            members(scope(element, values), element.content, values);
            out.put('}');
        } else if (!element.hasText(values, bytes())) {
            out.put(object ? CLOSED : data ? EMPTY : NULL);
        } else if (object) {
            out.put(TEXT);
            scalar(element.content, values);
            out.put('}');
        } else {
            scalar(element.content, values);
        }
    }

    private static Scope scope(Element element, Values values) {
        boolean mayRepeat = element.repeatsKeys || element.receivesElements(values);
        return new Scope(element.container, mayRepeat ? new Keys() : null);
    }

    /** Opens an object with the attributes that have a value; returns whether there was one. */
    private boolean attributes(Element element, Values values, boolean data) throws Flaw {
        int start = out.length;
        out.put(ATTRIBUTES);
        for (Attribute one : element.attributes) {
            boolean key = data && element.dataName != null && one.name.text.equals("Name");
            if (!key && !one.omitted(values)) {
                key(one.name);
                scalar(one.value, values);
            }
        }
        if (out.last() == '{') {
            out.length = start;
            return false;
        }
        out.put('}');
        return true;
    }

    private byte[] bytes() {
        return templates.bytes();
    }

    /** One value in its own type, anything else as a string. */
    private void scalar(Content[] content, Values values) throws Flaw {
        if (content.length == 1 && content[0] instanceof Slot slot) {
            int type = values.type(slot.index());
            if (ValueText.bare(type)) {
                values.write(slot.index(), bytes(), text, out);
                return;
            }
        }
        out.put('"');
        for (Content one : content) {
            if (one instanceof Literal literal) {
                out.put(literal.json);
            } else if (one instanceof Slot slot) {
                values.write(slot.index(), bytes(), text, out);
            }
        }
        out.put('"');
    }
}
