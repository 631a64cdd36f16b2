package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.u16;
import static az.qalxan.engines.evtx.LittleEndian.u32;
import static az.qalxan.engines.evtx.LittleEndian.u8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the tokens of binary XML (MS-EVEN6 §2.2.12, as EVTX files keep them) into content. */
final class Compiler {

    private static final int DEPTH_MAX = 64;

    /** Longer ones are rubbish, and readers of JSON refuse them as keys. */
    private static final int NAME_UNITS_MAX = 1_024;

    /** What compiling costs beside writing, in memory too. */
    private static final int TOKEN_STEPS = 16;

    private static final int MORE = 0x40;
    private static final int END_OF_STREAM = 0x00;
    private static final int OPEN_ELEMENT = 0x01;
    private static final int CLOSE_START = 0x02;
    private static final int CLOSE_EMPTY = 0x03;
    private static final int END_ELEMENT = 0x04;
    private static final int VALUE = 0x05;
    private static final int ATTRIBUTE = 0x06;
    private static final int CDATA = 0x07;
    private static final int CHARACTER = 0x08;
    private static final int ENTITY = 0x09;
    private static final int INSTRUCTION_TARGET = 0x0a;
    private static final int INSTRUCTION_DATA = 0x0b;
    private static final int TEMPLATE_INSTANCE = 0x0c;
    private static final int SUBSTITUTION = 0x0d;
    private static final int OPTIONAL_SUBSTITUTION = 0x0e;
    private static final int FRAGMENT_HEADER = 0x0f;

    private static final int FRAGMENT_HEADER_BYTES = 4;
    private static final int NAME_HEADER_BYTES = 8;

    private final Names names;
    private final Budget budget;
    private final OffsetTable<Name> namesByOffset = new OffsetTable<>();
    private final TextBuffer scratch = new TextBuffer();
    private final ValueText json = new ValueText(Escaping.JSON, scratch);
    private final Values skipped = new Values();

    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean definition;

    /** Whether elements name what they depend on, which makes their beginning longer. */
    private boolean dependent;

    Compiler(Names names, Budget budget) {
        this.names = names;
        this.budget = budget;
    }

    Names names() {
        return names;
    }

    /** Begins with another chunk. */
    void chunk(byte[] bytes) {
        this.bytes = bytes;
        namesByOffset.clear();
    }

    /** The binary XML of a template's definition: its elements name what they depend on. */
    Template definition(int from, int until) throws Flaw {
        definition = true;
        dependent = true;
        return compiled(from, until);
    }

    /** Binary XML within a record, whose elements do not, except for those of some writers. */
    Template fragment(int from, int until) throws Flaw {
        definition = false;
        dependent = !nameAt(from + 5, until) && nameAt(from + 7, until);
        return compiled(from, until);
    }

    /** Whether the offset of a name seems to stand here. */
    private boolean nameAt(int from, int until) {
        if (until - from < 4) {
            return false;
        }
        long offset = u32(bytes, from);
        if (offset == 0 || offset > bytes.length - NAME_HEADER_BYTES) {
            return false;
        }
        int units = u16(bytes, (int) offset + 6);
        long zero = offset + NAME_HEADER_BYTES + 2L * units;
        return units > 0 && zero + 2 <= bytes.length && u16(bytes, (int) zero) == 0;
    }

    private Template compiled(int from, int until) throws Flaw {
        at = from;
        end = until;
        List<Content> content = new ArrayList<>();
        while (at < end && u8(bytes, at) == FRAGMENT_HEADER) {
            take(FRAGMENT_HEADER_BYTES);
        }
        content(content, 0);
        return new Template(content);
    }

    /** Pieces of content until the element or the stream ends. */
    private void content(List<Content> into, int depth) throws Flaw {
        while (at < end) {
            budget.spend(TOKEN_STEPS);
            int token = u8(bytes, at);
            switch (token & ~MORE) {
                case END_OF_STREAM, END_ELEMENT -> {
                    at++;
                    return;
                }
                case OPEN_ELEMENT -> into.add(element(depth + 1));
                case TEMPLATE_INSTANCE -> into.add(instance());
                case INSTRUCTION_TARGET -> into.add(instruction());
                default -> into.add(text());
            }
        }
        if (depth > 0) {
            throw new Flaw("an element has no end", at);
        }
    }

    private Element element(int depth) throws Flaw {
        if (depth > DEPTH_MAX) {
            throw new Flaw("elements are nested deeper than " + DEPTH_MAX, at);
        }
        boolean attributed = (u8(bytes, at) & MORE) != 0;
        take(dependent ? 3 : 1);
        take(4);
        Name name = name();
        List<Attribute> attributes = new ArrayList<>();
        if (attributed) {
            take(4);
            attributes(attributes);
        }
        List<Content> content = new ArrayList<>();
        int token = u8(bytes, take(1));
        if (token == CLOSE_START) {
            content(content, depth);
        } else if (token != CLOSE_EMPTY) {
            throw new Flaw("the start of an element is not closed", at - 1);
        }
        return new Element(name, attributes, content, dataName(name, attributes));
    }

    private void attributes(List<Attribute> into) throws Flaw {
        while (at < end && (u8(bytes, at) & ~MORE) == ATTRIBUTE) {
            budget.spend(TOKEN_STEPS);
            take(1);
            Name name = name();
            List<Content> value = new ArrayList<>();
            while (at < end && ofText(u8(bytes, at) & ~MORE)) {
                budget.spend(TOKEN_STEPS);
                value.add(text());
            }
            into.add(new Attribute(name, value));
        }
    }

    private static boolean ofText(int token) {
        return switch (token) {
            case VALUE, CHARACTER, ENTITY, SUBSTITUTION, OPTIONAL_SUBSTITUTION -> true;
            default -> false;
        };
    }

    private @Nullable Name dataName(Name name, List<Attribute> attributes) throws Flaw {
        if (name.text.equals("Data")) {
            for (Attribute one : attributes) {
                if (one.name.text.equals("Name")
                        && one.value.length == 1
                        && one.value[0] instanceof Literal literal
                        && !literal.text.isEmpty()
                        && literal.text.length() <= NAME_UNITS_MAX) {
                    return names.of(literal.text);
                }
            }
        }
        return null;
    }

    private Content text() throws Flaw {
        int token = u8(bytes, take(1)) & ~MORE;
        return switch (token) {
            case VALUE -> value();
            case CDATA -> counted();
            case CHARACTER -> literal(String.valueOf((char) u16(bytes, take(2))));
            case ENTITY -> literal(entity(name().text));
            case SUBSTITUTION, OPTIONAL_SUBSTITUTION -> {
                int index = u16(bytes, take(2));
                take(1);
                yield new Slot(index, token == OPTIONAL_SUBSTITUTION);
            }
            default -> throw new Flaw("no token of binary XML: %#x".formatted(token), at - 1);
        };
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }

    private Literal value() throws Flaw {
        int type = u8(bytes, take(1));
        if (type == ValueType.STRING) {
            return counted();
        }
        int size = ValueType.fixedBytes(type);
        if (size == 0 && type != ValueType.NULL) {
            throw new Flaw("a fixed value of type %#x".formatted(type), at - 1);
        }
        scratch.clear();
        json.write(type, bytes, take(size), size);
        return literal(scratch.text(0));
    }

    private Literal literal(String text) throws Flaw {
        scratch.clear();
        json.write(text);
        return new Literal(text, scratch.copy());
    }

    /** Text after the count of its units. */
    private Literal counted() throws Flaw {
        int units = u16(bytes, take(2));
        int from = take(2 * units);
        budget.spend(units);
        return literal(new String(bytes, from, 2 * units, StandardCharsets.UTF_16LE));
    }

    private Instruction instruction() throws Flaw {
        take(1);
        Name target = name();
        Literal data = literal("");
        if (at < end && u8(bytes, at) == INSTRUCTION_DATA) {
            take(1);
            data = counted();
        }
        return new Instruction(target, data);
    }

    /** An instance of a template; it is read when it is written, for it has values of its own. */
    private Nested instance() throws Flaw {
        if (definition) {
            throw new Flaw("a template's definition holds an instance", at);
        }
        int from = at;
        TemplateReference reference = TemplateReference.at(bytes, from, end);
        at = skipped.read(bytes, reference.values(), end);
        return new Nested(from, at);
    }

    /** A name by its offset in the chunk; it may stand here, and then is passed over. */
    private Name name() throws Flaw {
        int start = at;
        long stated = u32(bytes, take(4));
        if (stated == at) {
            int units = u16(bytes, take(NAME_HEADER_BYTES) + 6);
            take(2 * units + 2);
        }
        if (stated == 0 || stated > bytes.length - NAME_HEADER_BYTES) {
            throw new Flaw("a name lies outside of its chunk", start);
        }
        int offset = (int) stated;
        Name known = namesByOffset.at(offset);
        if (known != null) {
            return known;
        }
        int units = u16(bytes, offset + 6);
        if (units > NAME_UNITS_MAX) {
            throw new Flaw("a name is longer than " + NAME_UNITS_MAX, offset);
        }
        if (2 * units > bytes.length - offset - NAME_HEADER_BYTES) {
            throw new Flaw("a name goes beyond its chunk", offset);
        }
        budget.spend(units);
        Name name = names.of(bytes, offset + NAME_HEADER_BYTES, units);
        namesByOffset.put(offset, name);
        return name;
    }

    /** Passes over bytes that must be there; returns where they begin. */
    private int take(int count) throws Flaw {
        if (count > end - at) {
            throw new Flaw("binary XML is cut off", at);
        }
        int from = at;
        at += count;
        return from;
    }
}
