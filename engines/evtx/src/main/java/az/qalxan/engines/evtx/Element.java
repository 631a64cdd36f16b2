package az.qalxan.engines.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of binary XML with what it holds, and what is known of it before any value. */
final class Element implements Content {

    final Name name;
    final Attribute[] attributes;
    final Content[] content;

    /** For an element Data with a fixed attribute Name: that name. */
    final @Nullable Name dataName;

    final boolean holdsElements;
    final boolean holdsSlots;

    /** Whether two elements within may have the same key. */
    final boolean repeatsKeys;

    /** EventData and UserData, whose Data are named by their attribute. */
    final boolean container;

    final boolean data;

    Element(Name name, List<Attribute> attributes, List<Content> content, @Nullable Name dataName) {
        this.name = name;
        this.attributes = attributes.toArray(Attribute[]::new);
        this.content = content.toArray(Content[]::new);
        this.dataName = dataName;
        this.container = name.text.equals("EventData") || name.text.equals("UserData");
        this.data = name.text.equals("Data");
        boolean elements = false;
        boolean slots = false;
        boolean repeats = false;
        Keys keys = new Keys();
        for (Content one : content) {
            switch (one) {
                case Element element -> {
                    elements = true;
                    repeats |= keys.count(element.key()) > 0;
                }
                case Nested nested -> elements = repeats = true;
                case Slot slot -> slots = true;
                case Literal literal -> {}
                case Instruction instruction -> {}
            }
        }
        holdsElements = elements;
        holdsSlots = slots;
        repeatsKeys = repeats;
    }

    /** The name that it goes by: of a datum, that in its attribute. */
    Name key() {
        return dataName == null ? name : dataName;
    }

    /** An optional value that is not there takes its element with it (MS-EVEN6 §3.1.4.7.2). */
    boolean omitted(Values values) {
        if (holdsSlots) {
            for (Content one : content) {
                if (one instanceof Slot slot
                        && slot.optional()
                        && values.type(slot.index()) == ValueType.NULL) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The slot whose array repeats this element (MS-EVEN6 §3.1.4.7.5), if one does. */
    @Nullable Slot repeating(Values values) {
        if (holdsSlots) {
            for (Content one : content) {
                if (one instanceof Slot slot && ValueType.array(values.type(slot.index()))) {
                    return slot;
                }
            }
        }
        return null;
    }

    /** Whether binary XML among the values puts elements into this one. */
    boolean receivesElements(Values values) {
        if (holdsSlots) {
            for (Content one : content) {
                if (one instanceof Slot slot && values.holdsXml(slot.index())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it holds anything but elements. */
    boolean hasText(Values values, byte[] bytes) {
        for (Content one : content) {
            if (one instanceof Literal
                    || one instanceof Slot slot && values.hasText(slot.index(), bytes)) {
                return true;
            }
        }
        return false;
    }
}
