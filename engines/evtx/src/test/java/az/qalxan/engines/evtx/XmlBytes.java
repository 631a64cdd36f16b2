package az.qalxan.engines.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** Writes binary XML into a chunk as Windows does: names and templates once, then by offset. */
@NullMarked
final class XmlBytes {

    final ByteBuffer chunk;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Integer, Integer> templates = new HashMap<>();
    private boolean definition;

    /** Whether elements outside of templates name what they depend on too. */
    boolean dependent;

    XmlBytes(ByteBuffer chunk) {
        this.chunk = chunk.order(ByteOrder.LITTLE_ENDIAN);
    }

    XmlBytes raw(int... bytes) {
        for (int one : bytes) {
            chunk.put((byte) one);
        }
        return this;
    }

    XmlBytes header() {
        return raw(0x0f, 1, 1, 0);
    }

    XmlBytes element(String name, Consumer<XmlBytes> content) {
        return element(name, Map.of(), content);
    }

    XmlBytes element(
            String name, Map<String, Consumer<XmlBytes>> attributes, Consumer<XmlBytes> content) {
        raw(attributes.isEmpty() ? 0x01 : 0x41);
        if (definition || dependent) {
            raw(0xff, 0xff);
        }
        int size = reserve();
        name(name);
        if (!attributes.isEmpty()) {
            int list = reserve();
            int left = attributes.size();
            for (var one : attributes.entrySet()) {
                raw(--left > 0 ? 0x46 : 0x06);
                name(one.getKey());
                one.getValue().accept(this);
            }
            measure(list);
        }
        raw(0x02);
        content.accept(this);
        raw(0x04);
        measure(size);
        return this;
    }

    XmlBytes text(String text) {
        raw(0x05, 0x01);
        return counted(text);
    }

    XmlBytes counted(String text) {
        chunk.putShort((short) text.length());
        chunk.put(text.getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    XmlBytes slot(int index, int type) {
        raw(0x0d);
        chunk.putShort((short) index);
        return raw(type);
    }

    XmlBytes optional(int index, int type) {
        raw(0x0e);
        chunk.putShort((short) index);
        return raw(type);
    }

    XmlBytes name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            chunk.putInt(known);
            return this;
        }
        int offset = chunk.position() + 4;
        names.put(name, offset);
        chunk.putInt(offset).putInt(0).putShort((short) hash(name));
        counted(name);
        return raw(0, 0);
    }

    private static int hash(String name) {
        int hash = 0;
        for (char c : name.toCharArray()) {
            hash = hash * 65_599 + c;
        }
        return hash;
    }

    /** An instance of a template, which is defined where its number is first used in the chunk. */
    XmlBytes instance(int number, Consumer<XmlBytes> content, Val... values) {
        raw(0x0c, 1);
        chunk.putInt(number);
        Integer known = templates.get(number);
        if (known == null) {
            int offset = chunk.position() + 4;
            templates.put(number, offset);
            chunk.putInt(offset);
            define(number, content);
        } else {
            chunk.putInt(known);
        }
        return values(values);
    }

    private void define(int number, Consumer<XmlBytes> content) {
        chunk.putInt(0).putInt(number).putInt(0).putLong(0x0123_4567_89ab_cdefL);
        int size = reserve();
        header();
        boolean before = definition;
        definition = true;
        content.accept(this);
        definition = before;
        raw(0);
        measure(size);
    }

    XmlBytes values(Val... values) {
        chunk.putInt(values.length);
        int descriptor = chunk.position();
        for (Val one : values) {
            raw(0, 0, one.type(), 0);
        }
        boolean before = definition;
        definition = false;
        for (Val one : values) {
            int from = chunk.position();
            one.writing().accept(this);
            chunk.putShort(descriptor, (short) (chunk.position() - from));
            descriptor += 4;
        }
        definition = before;
        return this;
    }

    private int reserve() {
        int at = chunk.position();
        chunk.putInt(0);
        return at;
    }

    private void measure(int at) {
        chunk.putInt(at, chunk.position() - at - 4);
    }
}
