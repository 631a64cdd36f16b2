package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.u16;
import static az.qalxan.engines.evtx.LittleEndian.u32;
import static az.qalxan.engines.evtx.LittleEndian.u8;

import java.util.Arrays;

/** The values of one instance of a template: where in the chunk each lies, and its type. */
final class Values {

    private static final int DESCRIPTOR_BYTES = 4;

    private int[] offsets = new int[64];
    private int[] sizes = new int[64];
    private byte[] types = new byte[64];
    private int count;

    void none() {
        count = 0;
    }

    /** Reads the count, the descriptors and where the values lie; returns where they end. */
    int read(byte[] bytes, int at, int end) throws Flaw {
        if (end - at < 4) {
            throw new Flaw("the values of a template are cut off", at);
        }
        long stated = u32(bytes, at);
        if (stated > (end - at - 4) / DESCRIPTOR_BYTES) {
            throw new Flaw("a template has " + stated + " values, more than fit", at);
        }
        room((int) stated);
        int descriptor = at + 4;
        int value = descriptor + (int) stated * DESCRIPTOR_BYTES;
        for (int i = 0; i < stated; i++, descriptor += DESCRIPTOR_BYTES) {
            int size = u16(bytes, descriptor);
            if (size > end - value) {
                throw new Flaw("value " + i + " of a template goes beyond its record", value);
            }
            offsets[i] = value;
            sizes[i] = size;
            types[i] = (byte) u8(bytes, descriptor + 2);
            value += size;
        }
        count = (int) stated;
        return value;
    }

    private void room(int wanted) {
        if (wanted > offsets.length) {
            offsets = Arrays.copyOf(offsets, wanted);
            sizes = Arrays.copyOf(sizes, wanted);
            types = Arrays.copyOf(types, wanted);
        }
    }

    /** The type of a value; that of nothing when there is none of this number. */
    int type(int index) {
        return index < count ? types[index] & 0xff : ValueType.NULL;
    }

    int offset(int index) {
        return offsets[index];
    }

    int size(int index) {
        return index < count ? sizes[index] : 0;
    }

    boolean holdsXml(int index) {
        return type(index) == ValueType.BINARY_XML && sizes[index] > 0;
    }

    /** Lets one item of an array stand for the array; an array of none becomes empty text. */
    void choose(int index, Items items, int item) {
        boolean none = items.count() == 0;
        types[index] = (byte) (none ? ValueType.STRING : items.itemType());
        offsets[index] = none ? items.offset : items.offset(item);
        sizes[index] = none ? 0 : items.size(item);
    }

    void restore(int index, Items items) {
        types[index] = (byte) items.type;
        offsets[index] = items.offset;
        sizes[index] = items.size;
    }

    Items items(int index, byte[] bytes) {
        return new Items(type(index), bytes, offsets[index], sizes[index]);
    }

    /** Whether anything would be written for a value. */
    boolean hasText(int index, byte[] bytes) {
        int type = type(index);
        return switch (type) {
            case ValueType.NULL, ValueType.BINARY_XML -> false;
            case ValueType.STRING -> sizes[index] > 1 && u16(bytes, offsets[index]) != 0;
            case ValueType.ANSI_STRING -> sizes[index] > 0 && bytes[offsets[index]] != 0;
            default -> sizes[index] > 0;
        };
    }

    /** A value as text; the items of an array with commas between them. */
    void write(int index, byte[] bytes, ValueText text, TextBuffer out) throws Flaw {
        int type = type(index);
        if (type == ValueType.NULL || type == ValueType.BINARY_XML) {
            return;
        }
        if (!ValueType.array(type)) {
            text.write(type, bytes, offsets[index], sizes[index]);
            return;
        }
        Items items = items(index, bytes);
        for (int i = 0; i < items.count(); i++) {
            if (i > 0) {
                out.put(',');
            }
            int at = items.offset(i);
            text.write(items.itemType(), bytes, at, items.size(i));
        }
    }

    long number(int index, byte[] bytes) {
        return ValueText.number(type(index), bytes, offsets[index], sizes[index]);
    }
}
