package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a header of a ZIP says of one file, in the part that the header before the file and the one
 * in the directory share (APPNOTE 4.3.7 and 4.3.12).
 *
 * @param others the extra fields but for that of Zip64, which is read into the sizes
 * @param zip64 whether there was one of Zip64
 */
record ArchiveRecord(Fixed fixed, Sizes sizes, String name, byte[] others, boolean zip64) {

    static final int FLAG_DESCRIPTOR = 0x0008;
    static final int FLAG_UTF8 = 0x0800;

    /** The first day that a ZIP can tell. */
    static final int FIRST_DAY = 0x21;

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int ZIP64_VERSION = 45;
    static final long UNSET = 0xFFFF_FFFFL;

    private static final int ZIP64 = 1;
    private static final int FIELD_HEAD = 4;
    private static final int NAME_BYTES_MAX = 1_024;

    /** The numbers that must be the same in both. */
    record Fixed(int version, int flags, int method, int time, int date) {

        static Fixed read(ByteBuffer from) {
            return new Fixed(u16(from), u16(from), u16(from), u16(from), u16(from));
        }

        /** Whether it is as a bundle's are: stored, named in UTF-8, of one day for all. */
        boolean isOfBundle() {
            return method == STORED
                    && flags == FLAG_UTF8
                    && version != 10
                    && time == 0
                    && date == FIRST_DAY;
        }

        boolean isPlain() {
            boolean method = this.method == STORED || this.method == DEFLATED;
            boolean version = this.version == 10 || this.version == 20 || isZip64();
            return method && version && (flags & ~(FLAG_DESCRIPTOR | FLAG_UTF8)) == 0;
        }

        boolean isZip64() {
            return version == ZIP64_VERSION;
        }

        boolean hasDescriptor() {
            return (flags & FLAG_DESCRIPTOR) != 0;
        }
    }

    /**
     * The sums and lengths.
     *
     * @param offset of the header before the file; 0 in that header itself
     */
    record Sizes(int crc, long packed, long length, long offset) {}

    static int u16(ByteBuffer from) {
        return Short.toUnsignedInt(from.getShort());
    }

    static long u32(ByteBuffer from) {
        return Integer.toUnsignedLong(from.getInt());
    }

    /** Empty where the name or the extra fields cannot be read. */
    static Optional<ArchiveRecord> of(Fixed fixed, Sizes told, byte[] name, byte[] extra) {
        ByteBuffer others = ByteBuffer.allocate(extra.length);
        ByteBuffer rest = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        Optional<Sizes> sizes = Optional.empty();
        while (rest.hasRemaining()) {
            int start = rest.position();
            if (rest.remaining() < FIELD_HEAD) {
                return Optional.empty();
            }
            int id = u16(rest);
            int length = u16(rest);
            if (rest.remaining() < length || id == ZIP64 && sizes.isPresent()) {
                return Optional.empty();
            }
            ByteBuffer field = rest.slice(rest.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            rest.position(rest.position() + length);
            if (id == ZIP64) {
                sizes = wide(told, field);
                if (sizes.isEmpty()) {
                    return Optional.empty();
                }
            } else {
                others.put(extra, start, rest.position() - start);
            }
        }
        byte[] kept = Arrays.copyOf(others.array(), others.position());
        boolean zip64 = sizes.isPresent();
        Sizes read = sizes.orElse(told);
        return text(name).map(text -> new ArchiveRecord(fixed, read, text, kept, zip64));
    }

    /** The sizes with what the field of Zip64 has for those that are unset; all of it is needed. */
    private static Optional<Sizes> wide(Sizes told, ByteBuffer field) {
        int wanted =
                Long.BYTES * (unset(told.length()) + unset(told.packed()) + unset(told.offset()));
        if (wanted == 0 || field.remaining() != wanted) {
            return Optional.empty();
        }
        long length = unset(told.length()) == 1 ? field.getLong() : told.length();
        long packed = unset(told.packed()) == 1 ? field.getLong() : told.packed();
        long offset = unset(told.offset()) == 1 ? field.getLong() : told.offset();
        return length < 0 || packed < 0 || offset < 0
                ? Optional.empty()
                : Optional.of(new Sizes(told.crc(), packed, length, offset));
    }

    private static int unset(long size) {
        return size == UNSET ? 1 : 0;
    }

    /** A path that leads nowhere else. */
    private static Optional<String> text(byte[] name) {
        if (name.length == 0 || name.length > NAME_BYTES_MAX) {
            return Optional.empty();
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
            String[] parts = text.split("/", -1);
            boolean strays = Arrays.asList(parts).contains("..");
            for (int i = 0; i < parts.length - 1; i++) {
                strays |= parts[i].isEmpty();
            }
            boolean control = text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\');
            return control || strays ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing in it is free: the version as the sizes need it, no other fields. */
    boolean isOfBundle() {
        boolean isLong = sizes.length() >= UNSET;
        boolean wide = isLong || sizes.offset() >= UNSET;
        return fixed.isOfBundle() && others.length == 0 && fixed.isZip64() == wide && zip64 == wide;
    }

    /** Whether the header before the file says the same as this one of the directory. */
    boolean agrees(ArchiveRecord local) {
        boolean version =
                fixed.version() == local.fixed.version()
                        || fixed.isZip64() && zip64 && !local.zip64;
        Fixed same =
                new Fixed(
                        fixed.version(),
                        local.fixed.flags(),
                        local.fixed.method(),
                        local.fixed.time(),
                        local.fixed.date());
        boolean sums =
                local.sizes.crc() == sizes.crc()
                        && local.sizes.packed() == sizes.packed()
                        && local.sizes.length() == sizes.length();
        boolean later =
                fixed.hasDescriptor()
                        && local.sizes.crc() == 0
                        && local.sizes.packed() == 0
                        && local.sizes.length() == 0;
        return version
                && same.equals(fixed)
                && (sums || later)
                && name.equals(local.name)
                && Arrays.equals(others, local.others);
    }
}
