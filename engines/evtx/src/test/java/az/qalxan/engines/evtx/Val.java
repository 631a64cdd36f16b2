package az.qalxan.engines.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** A typed value for the test writer, written where it belongs. */
@NullMarked
record Val(int type, Consumer<XmlBytes> writing) {

    Val(int type, byte[] bytes) {
        this(type, xml -> xml.chunk.put(bytes));
    }

    /** Binary XML within a value. */
    static Val xml(Consumer<XmlBytes> writing) {
        return new Val(ValueType.BINARY_XML, writing);
    }

    static Val none() {
        return new Val(ValueType.NULL, new byte[0]);
    }

    static Val text(String text) {
        return new Val(ValueType.STRING, text.getBytes(StandardCharsets.UTF_16LE));
    }

    static Val texts(String... texts) {
        return text(String.join("\0", texts) + "\0").as(ValueType.STRING | 0x80);
    }

    static Val u8(int value) {
        return number(ValueType.UINT_8, 1, value);
    }

    static Val u16(int value) {
        return number(ValueType.UINT_16, 2, value);
    }

    static Val u32(long value) {
        return number(ValueType.UINT_32, 4, value);
    }

    static Val u64(long value) {
        return number(ValueType.UINT_64, 8, value);
    }

    static Val number(int type, int size, long value) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(value);
        return new Val(type, Arrays.copyOf(bytes.array(), size));
    }

    static Val hex(int type, String hex) {
        return new Val(type, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    Val as(int otherType) {
        return new Val(otherType, writing);
    }
}
