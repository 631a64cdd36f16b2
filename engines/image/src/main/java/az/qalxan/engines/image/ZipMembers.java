package az.qalxan.engines.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The members of a zip file (zip64 too) by its central directory, read at any place. Bounded. */
final class ZipMembers {

    static final int MEMBERS_MAX = 2_000_000;

    /** What is read whole: texts, maps, indexes. */
    static final int WHOLE_BYTES_MAX = 256 << 20;

    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES_MAX = 65_535;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final long DIRECTORY_BYTES_MAX = 512L << 20;
    private static final long UNSAID = 0xffff_ffffL;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ImagePart part;
    private final String comment;
    private final Map<String, Member> members = new LinkedHashMap<>();

    private ZipMembers(ImagePart part, String comment) {
        this.part = part;
        this.comment = comment;
    }

    /**
     * A member as the directory tells it.
     *
     * @param packed bytes in the file
     * @param bytes bytes of its content
     * @param crc CRC-32 of its content
     */
    record Member(String name, int method, long packed, long bytes, long local, long crc) {

        boolean stored() {
            return method == STORED && packed == bytes;
        }
    }

    /** Reads the directory; nothing where there is none, or it is damaged. */
    static Optional<ZipMembers> of(ImagePart part) throws IOException {
        long size = part.size();
        int tail = (int) Math.min(size, END_BYTES + COMMENT_BYTES_MAX);
        Fields end = new Fields(part.read(size - tail, tail));
        for (int at = end.length() - END_BYTES; at >= 0; at--) {
            if (end.word(at) == 0x06054b50L) {
                return of(part, end, at, size - tail + at);
            }
        }
        return Optional.empty();
    }

    private static Optional<ZipMembers> of(ImagePart part, Fields end, int at, long place)
            throws IOException {
        int text = Math.min(end.half(at + 20), end.length() - at - END_BYTES);
        ZipMembers zip = new ZipMembers(part, end.text(at + END_BYTES, text));
        long count = end.half(at + 10);
        long bytes = end.word(at + 12);
        long start = end.word(at + 16);
        byte[] locator = part.read(Math.max(0, place - LOCATOR_BYTES), LOCATOR_BYTES);
        Fields where = new Fields(locator);
        if (place >= LOCATOR_BYTES && where.word(0) == 0x07064b50L) {
            Fields wide = new Fields(part.read(where.wide(8), END64_BYTES));
            if (wide.length() < END64_BYTES || wide.word(0) != 0x06064b50L) {
                return Optional.empty();
            }
            count = wide.wide(32);
            bytes = wide.wide(40);
            start = wide.wide(48);
        }
        boolean fits =
                count <= MEMBERS_MAX
                        && bytes <= DIRECTORY_BYTES_MAX
                        && start <= part.size() - bytes;
        return fits && zip.read(new Fields(part.read(start, (int) bytes)), count)
                ? Optional.of(zip)
                : Optional.empty();
    }

    private boolean read(Fields directory, long count) {
        int at = 0;
        for (long i = 0; i < count; i++) {
            if (at + ENTRY_BYTES > directory.length() || directory.word(at) != 0x02014b50L) {
                return false;
            }
            int name = directory.half(at + 28);
            int extra = directory.half(at + 30);
            int text = directory.half(at + 32);
            int next = at + ENTRY_BYTES + name + extra + text;
            if (next > directory.length()) {
                return false;
            }
            Member member = member(directory, at, name, extra);
            members.putIfAbsent(member.name(), member);
            at = next;
        }
        return true;
    }

    private static Member member(Fields directory, int at, int name, int extra) {
        long bytes = directory.word(at + 24);
        long packed = directory.word(at + 20);
        long local = directory.word(at + 42);
        int from = at + ENTRY_BYTES + name;
        for (int i = from; i + 4 <= from + extra; i += 4 + directory.half(i + 2)) {
            if (directory.half(i) == 1) {
                int end = Math.min(from + extra, i + 4 + directory.half(i + 2));
                int field = i + 4;
                if (bytes == UNSAID && field + 8 <= end) {
                    bytes = directory.wide(field);
                    field += 8;
                }
                if (packed == UNSAID && field + 8 <= end) {
                    packed = directory.wide(field);
                    field += 8;
                }
                if (local == UNSAID && field + 8 <= end) {
                    local = directory.wide(field);
                }
            }
        }
        String called =
                new String(directory.bytes(), at + ENTRY_BYTES, name, StandardCharsets.UTF_8);
        return new Member(
                called, directory.half(at + 10), packed, bytes, local, directory.word(at + 16));
    }

    ImagePart part() {
        return part;
    }

    /** The text behind the directory, up to a zero byte. */
    String comment() {
        return comment;
    }

    Optional<Member> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Where the bytes of a member begin; nothing where its own head is damaged. */
    Optional<Long> start(Member member) throws IOException {
        Fields head = new Fields(part.read(member.local(), LOCAL_BYTES));
        if (head.length() < LOCAL_BYTES || head.word(0) != 0x04034b50L) {
            return Optional.empty();
        }
        long start = member.local() + LOCAL_BYTES + head.half(26) + head.half(28);
        return start <= part.size() - member.packed() ? Optional.of(start) : Optional.empty();
    }

    /** The whole content of a member; nothing where it is missing, damaged or too large. */
    Optional<byte[]> whole(String name) throws IOException {
        Optional<Member> found = find(name);
        if (found.isEmpty()
                || found.get().bytes() > WHOLE_BYTES_MAX
                || found.get().packed() > WHOLE_BYTES_MAX) {
            return Optional.empty();
        }
        Optional<Long> start = start(found.get());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        byte[] raw = part.read(start.get(), (int) found.get().packed());
        Optional<byte[]> content =
                switch (found.get().method()) {
                    case STORED -> Optional.of(raw);
                    case DEFLATED -> inflated(raw, (int) found.get().bytes());
                    default -> Optional.empty();
                };
        return content.filter(bytes -> crc(bytes) == found.get().crc());
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** No member deflates to more than 1,032 bytes a byte, so the room is bounded by the file. */
    private static Optional<byte[]> inflated(byte[] raw, int bytes) {
        if (bytes > (long) raw.length * 1_032 + 64) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(raw);
            byte[] room = new byte[bytes];
            int got = 0;
            while (got < bytes) {
                int some = inflater.inflate(room, got, bytes - got);
                if (some == 0) {
                    return Optional.empty();
                }
                got += some;
            }
            return Optional.of(Arrays.copyOf(room, got));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
