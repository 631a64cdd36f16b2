package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.i64;
import static az.qalxan.engines.evtx.LittleEndian.u8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** One value as text: the canonical forms of MS-EVEN6 §3.1.4.7.3. */
final class ValueText {

    /** What Windows calls ANSI depends on its language; this is the most common one. */
    private static final Charset ANSI = Charset.forName("windows-1252");

    private static final int SID_HEADER_BYTES = 8;

    private final Escaping escaping;
    private final TextBuffer out;
    private final Utf16 wide;
    private final Moments moments;

    /** Writes values there, for surroundings of that kind. */
    ValueText(Escaping escaping, TextBuffer out) {
        this.escaping = escaping;
        this.out = out;
        this.wide = new Utf16(escaping, out);
        this.moments = new Moments(escaping, out);
    }

    /** Text of our own. */
    void write(String text) throws Flaw {
        byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
        wide.write(units, 0, units.length / 2);
    }

    /** Whether JSON holds the value without quotes. */
    static boolean bare(int type) {
        return switch (type) {
            case ValueType.INT_8,
                    ValueType.UINT_8,
                    ValueType.INT_16,
                    ValueType.UINT_16,
                    ValueType.INT_32,
                    ValueType.UINT_32,
                    ValueType.INT_64,
                    ValueType.UINT_64,
                    ValueType.BOOL ->
                    true;
            default -> false;
        };
    }

    /** A value whose bytes are known to lie within the chunk. */
    void write(int type, byte[] bytes, int at, int size) throws Flaw {
        switch (type) {
            case ValueType.NULL -> {}
            case ValueType.STRING, ValueType.EVENT_XML -> wide(bytes, at, size);
            case ValueType.ANSI_STRING -> ansi(bytes, at, size);
            case ValueType.INT_8, ValueType.INT_16, ValueType.INT_32, ValueType.INT_64 ->
                    Digits.signed(signed(bytes, at, size), out);
            case ValueType.UINT_8, ValueType.UINT_16, ValueType.UINT_32, ValueType.UINT_64 ->
                    Digits.unsigned(unsigned(bytes, at, size), out);
            case ValueType.REAL_32 ->
                    out.ascii(
                            Float.toString(Float.intBitsToFloat((int) unsigned(bytes, at, size))));
            case ValueType.REAL_64 ->
                    out.ascii(Double.toString(Double.longBitsToDouble(unsigned(bytes, at, size))));
            case ValueType.BOOL -> out.ascii(unsigned(bytes, at, size) == 0 ? "false" : "true");
            case ValueType.GUID -> guid(bytes, at, size);
            case ValueType.SIZE, ValueType.HEX_32, ValueType.HEX_64, ValueType.HANDLE ->
                    Digits.hex(unsigned(bytes, at, size), out);
            case ValueType.FILE_TIME -> moments.fileTime(unsigned(bytes, at, size));
            case ValueType.SYSTEM_TIME -> moments.systemTime(bytes, at, size);
            case ValueType.SID -> sid(bytes, at, size);
            default -> Digits.hexBytes(bytes, at, size, out);
        }
    }

    /** A value that is {@link #bare}. */
    static long number(int type, byte[] bytes, int at, int size) {
        return switch (type) {
            case ValueType.INT_8, ValueType.INT_16, ValueType.INT_32, ValueType.INT_64 ->
                    signed(bytes, at, size);
            default -> unsigned(bytes, at, size);
        };
    }

    /** The first eight bytes at most as a number. */
    static long unsigned(byte[] bytes, int at, int size) {
        long value = 0;
        for (int i = Math.min(size, Long.BYTES) - 1; i >= 0; i--) {
            value = value << 8 | u8(bytes, at + i);
        }
        return value;
    }

    private static long signed(byte[] bytes, int at, int size) {
        int unused = Long.SIZE - 8 * Math.clamp(size, 1, Long.BYTES);
        return unsigned(bytes, at, size) << unused >> unused;
    }

    private void wide(byte[] bytes, int at, int size) throws Flaw {
        int units =
                escaping.trimmed()
                        ? Utf16.trimmed(bytes, at, Utf16.units(bytes, at, size))
                        : Utf16.unpadded(bytes, at, size / 2);
        wide.write(bytes, at, units);
    }

    private void ansi(byte[] bytes, int at, int size) throws Flaw {
        write(new String(bytes, at, ansiBytes(bytes, at, size), ANSI));
    }

    private static int ansiBytes(byte[] bytes, int at, int size) {
        int length = 0;
        while (length < size && bytes[at + length] != 0) {
            length++;
        }
        return length;
    }

    /** In braces in XML, without them in JSON. */
    private void guid(byte[] bytes, int at, int size) throws Flaw {
        if (size < 16) {
            Digits.hexBytes(bytes, at, size, out);
            return;
        }
        if (escaping.braces()) {
            out.put('{');
        }
        Digits.hexReversed(bytes, at, 4, out);
        out.put('-');
        Digits.hexReversed(bytes, at + 4, 2, out);
        out.put('-');
        Digits.hexReversed(bytes, at + 6, 2, out);
        out.put('-');
        Digits.hexBytes(bytes, at + 8, 2, out);
        out.put('-');
        Digits.hexBytes(bytes, at + 10, 6, out);
        if (escaping.braces()) {
            out.put('}');
        }
    }

    /** As SDDL writes it (MS-DTYP §2.4.2.1): an authority beyond 32 bits in hexadecimal. */
    private void sid(byte[] bytes, int at, int size) throws Flaw {
        if (size < SID_HEADER_BYTES) {
            Digits.hexBytes(bytes, at, size, out);
            return;
        }
        out.ascii("S-");
        Digits.unsigned(u8(bytes, at), out);
        out.put('-');
        long authority = Long.reverseBytes(i64(bytes, at)) & 0xffff_ffff_ffffL;
        if (authority < 1L << 32) {
            Digits.unsigned(authority, out);
        } else {
            Digits.hex(authority, out);
        }
        int parts = Math.min(u8(bytes, at + 1), (size - SID_HEADER_BYTES) / 4);
        for (int i = 0; i < parts; i++) {
            out.put('-');
            Digits.unsigned(LittleEndian.u32(bytes, at + SID_HEADER_BYTES + 4 * i), out);
        }
    }

    /** The bytes of a SID, which tells its own length. */
    static int sidBytes(byte[] bytes, int at, int left) {
        return left < SID_HEADER_BYTES
                ? left
                : Math.min(left, SID_HEADER_BYTES + 4 * u8(bytes, at + 1));
    }

    /** The bytes of a string in UTF-16 with the zero that ends it. */
    static int wideBytes(byte[] bytes, int at, int left) {
        return Math.min(left, 2 * Utf16.units(bytes, at, left) + 2);
    }

    /** The bytes of an ANSI string with the zero that ends it. */
    static int narrowBytes(byte[] bytes, int at, int left) {
        return Math.min(left, ansiBytes(bytes, at, left) + 1);
    }
}
