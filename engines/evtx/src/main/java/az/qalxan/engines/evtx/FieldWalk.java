package az.qalxan.engines.evtx;

/** Gives the values of an event to a sink. */
final class FieldWalk {

    private final Templates templates;
    private final FieldValue value;
    private final FieldPath root = FieldPath.root();

    FieldWalk(Templates templates) {
        this.templates = templates;
        this.value = new FieldValue(templates);
    }

    /** What the outermost elements hold, which is one event as a rule. */
    void walk(Template template, Values values, FieldSink sink) throws Flaw {
        for (Content one : template.content) {
            if (one instanceof Element event) {
                content(root, event.content, values, sink);
            }
        }
    }

    private void content(FieldPath path, Content[] content, Values values, FieldSink sink)
            throws Flaw {
        templates.spend(content.length);
        for (Content one : content) {
            if (one instanceof Element element) {
                repeated(path, element, values, sink);
            } else if (one instanceof Slot slot && values.holdsXml(slot.index())) {
                int from = values.offset(slot.index());
                nested(path, new Nested(from, from + values.size(slot.index())), sink);
            } else if (one instanceof Nested nested) {
                nested(path, nested, sink);
            }
        }
    }

    private void nested(FieldPath path, Nested nested, FieldSink sink) throws Flaw {
        Values values = templates.open();
        Template template = templates.read(nested.at(), nested.end(), values);
        content(path, template.content, values, sink);
        templates.close();
    }

    private void repeated(FieldPath parent, Element element, Values values, FieldSink sink)
            throws Flaw {
        if (element.omitted(values)) {
            return;
        }
        FieldPath path = parent.element(element.key());
        Slot array = element.repeating(values);
        if (array == null) {
            element(path, element, values, sink);
            return;
        }
        Items items = values.items(array.index(), templates.bytes());
        for (int i = 0; i < Math.max(1, items.count()); i++) {
            values.choose(array.index(), items, i);
            element(path, element, values, sink);
        }
        values.restore(array.index(), items);
    }

    private void element(FieldPath path, Element element, Values values, FieldSink sink)
            throws Flaw {
        for (Attribute one : element.attributes) {
            boolean key = element.dataName != null && one.name.text.equals("Name");
            if (!key && !one.omitted(values)) {
                value.stand(one.value, values);
                sink.field(path.attribute(one.name).text, value);
            }
        }
        if (element.holdsElements || element.receivesElements(values)) {
            content(path, element.content, values, sink);
        } else if (element.hasText(values, templates.bytes()) || element.data) {
            value.stand(element.content, values);
            sink.field(path.text, value);
        }
    }
}
