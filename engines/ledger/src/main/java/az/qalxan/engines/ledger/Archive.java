package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a ZIP whose every byte is accounted for: members one after the other from the
 * first byte on, then the directory, then the end. Two members cannot share bytes, so that reading
 * all of them costs no more than the archive's length allows.
 */
final class Archive {

    static final int MEMBERS_MAX = 400_000;

    static final int LOCAL = 0x0403_4b50;
    static final int CENTRAL = 0x0201_4b50;
    static final int END = 0x0605_4b50;
    static final int END64 = 0x0606_4b50;
    static final int LOCATOR = 0x0706_4b50;
    static final int DESCRIPTOR = 0x0807_4b50;

    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int END64_BYTES = 56;
    static final int LOCATOR_BYTES = 20;

    private static final int DIRECTORY_BYTES_MAX = 64 << 20;
    private static final int UNSET_16 = 0xFFFF;
    private static final int FLAWS_MAX = 100;
    private static final int SUM_BYTES = 8;

    private final FileChannel file;
    private final long length;
    private final List<ArchiveMember> members = new ArrayList<>();
    private final List<BundleFlaw> flaws = new ArrayList<>();
    private boolean foreign;

    /** Where the directory is. */
    private record Directory(long start, long bytes, long count, long end) {}

    private Archive(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /** Reads the directory and every header; what does not fit is told by {@link #flaws}. */
    static Archive read(FileChannel file) throws IOException {
        Archive archive = new Archive(file);
        Directory directory = archive.end();
        if (directory != null) {
            archive.walk(directory);
        }
        if (archive.foreign) {
            archive.flaws.add(new BundleFlaw(BundleFlaw.Kind.OTHER_ARCHIVE, "", null));
        }
        return archive;
    }

    List<ArchiveMember> members() {
        return members;
    }

    List<BundleFlaw> flaws() {
        return flaws;
    }

    private void flaw(long from, long to) {
        if (flaws.size() < FLAWS_MAX) {
            BundleFlaw.ByteRange range = new BundleFlaw.ByteRange(from, to, false);
            flaws.add(new BundleFlaw(BundleFlaw.Kind.ARCHIVE, "", range));
        }
    }

    private Optional<ByteBuffer> bytes(long from, int count) throws IOException {
        if (from < 0 || count < 0 || from > length - count) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.flip());
    }

    private @Nullable Directory end() throws IOException {
        long at = length - END_BYTES;
        Optional<ByteBuffer> read = bytes(at, END_BYTES);
        if (read.isEmpty() || read.get().getInt() != END) {
            flaw(Math.max(0, at), length);
            return null;
        }
        ByteBuffer end = read.get();
        boolean parts = end.getInt() != 0;
        int here = ArchiveRecord.u16(end);
        int count = ArchiveRecord.u16(end);
        long bytes = ArchiveRecord.u32(end);
        long start = ArchiveRecord.u32(end);
        if (parts || here != count || ArchiveRecord.u16(end) != 0) {
            flaw(at, length);
            return null;
        }
        boolean wide =
                count == UNSET_16 || bytes == ArchiveRecord.UNSET || start == ArchiveRecord.UNSET;
        Directory told = new Directory(start, bytes, count, at);
        Directory directory = wide ? end64(told) : told;
        if (directory == null
                || directory.start() < 0
                || directory.bytes() > DIRECTORY_BYTES_MAX
                || directory.count() > MEMBERS_MAX
                || directory.start() + directory.bytes() != directory.end()) {
            flaw(directory == null ? Math.max(0, at - END64_BYTES - LOCATOR_BYTES) : at, length);
            return null;
        }
        return directory;
    }

    /** What Zip64 has for the numbers that are unset; null where it does not fit. */
    private @Nullable Directory end64(Directory told) throws IOException {
        long at = told.end() - LOCATOR_BYTES - END64_BYTES;
        Optional<ByteBuffer> read = bytes(at, END64_BYTES + LOCATOR_BYTES);
        if (read.isEmpty()) {
            return null;
        }
        ByteBuffer end = read.get();
        boolean begins =
                end.getInt() == END64
                        && end.getLong() == END64_BYTES - 12
                        && ArchiveRecord.u16(end) == ArchiveRecord.ZIP64_VERSION
                        && ArchiveRecord.u16(end) == ArchiveRecord.ZIP64_VERSION
                        && end.getLong() == 0;
        long here = begins ? end.getLong() : -1;
        long count = begins ? end.getLong() : -1;
        long bytes = begins ? end.getLong() : -1;
        long start = begins ? end.getLong() : -1;
        boolean located =
                begins
                        && end.getInt() == LOCATOR
                        && end.getInt() == 0
                        && end.getLong() == at
                        && end.getInt() == 1;
        boolean agrees =
                located
                        && here == count
                        && told.count() == UNSET_16
                        && told.bytes() == ArchiveRecord.UNSET
                        && told.start() == ArchiveRecord.UNSET
                        && (count >= UNSET_16 || start >= ArchiveRecord.UNSET);
        return agrees && bytes >= 0 ? new Directory(start, bytes, count, at) : null;
    }

    private void walk(Directory directory) throws IOException {
        Optional<ByteBuffer> read = bytes(directory.start(), (int) directory.bytes());
        if (read.isEmpty()) {
            flaw(directory.start(), directory.end());
            return;
        }
        Set<String> names = new HashSet<>();
        long next = 0;
        for (long i = 0; i < directory.count(); i++) {
            int before = read.get().position();
            ArchiveRecord record = central(read.get());
            long at = directory.start() + before;
            if (record == null || !names.add(record.name())) {
                long told = Math.max(at + CENTRAL_BYTES, directory.start() + read.get().position());
                flaw(at, Math.min(told, directory.end()));
                return;
            }
            long end = directory.start() + read.get().position();
            int known = flaws.size();
            next = member(record, next, directory.start());
            if (next < 0 || flaws.size() > known) {
                flaw(at, end);
            }
            if (next < 0) {
                return;
            }
        }
        if (read.get().hasRemaining()) {
            flaw(directory.start() + read.get().position(), directory.end());
        }
        if (next != directory.start()) {
            flaw(next, directory.start());
        }
    }

    /** The next record of the directory; null where it is not plain. */
    private static @Nullable ArchiveRecord central(ByteBuffer from) {
        if (from.remaining() < CENTRAL_BYTES || from.getInt() != CENTRAL) {
            return null;
        }
        int madeBy = ArchiveRecord.u16(from);
        ArchiveRecord.Fixed fixed = ArchiveRecord.Fixed.read(from);
        int crc = from.getInt();
        long packed = ArchiveRecord.u32(from);
        long length = ArchiveRecord.u32(from);
        int nameBytes = ArchiveRecord.u16(from);
        int extraBytes = ArchiveRecord.u16(from);
        boolean bare = ArchiveRecord.u16(from) == 0 && from.getInt() == 0 && from.getInt() == 0;
        long offset = ArchiveRecord.u32(from);
        boolean plain = bare && madeBy == fixed.version() && fixed.isPlain();
        if (!plain || from.remaining() < nameBytes + extraBytes) {
            return null;
        }
        byte[] name = new byte[nameBytes];
        byte[] extra = new byte[extraBytes];
        from.get(name).get(extra);
        ArchiveRecord.Sizes sizes = new ArchiveRecord.Sizes(crc, packed, length, offset);
        return ArchiveRecord.of(fixed, sizes, name, extra).orElse(null);
    }

    /**
     * Takes in the member of that record, which must begin at that place.
     *
     * @return where the next one begins; -1 where the record cannot be true
     */
    private long member(ArchiveRecord record, long at, long directory) throws IOException {
        ArchiveRecord.Sizes sizes = record.sizes();
        Optional<ByteBuffer> head = bytes(at, LOCAL_BYTES);
        if (sizes.offset() != at || head.isEmpty()) {
            return -1;
        }
        ByteBuffer fixed = head.get();
        int nameBytes = Short.toUnsignedInt(fixed.getShort(LOCAL_BYTES - 4));
        int extraBytes = Short.toUnsignedInt(fixed.getShort(LOCAL_BYTES - 2));
        long start = at + LOCAL_BYTES + nameBytes + extraBytes;
        ArchiveRecord local =
                bytes(at + LOCAL_BYTES, nameBytes + extraBytes)
                        .map(bytes -> local(fixed, bytes.array(), nameBytes))
                        .orElse(null);
        if (local == null || !record.agrees(local)) {
            flaw(at, Math.min(start, directory));
            start = at + LOCAL_BYTES + likely(record, nameBytes, extraBytes);
        }
        if (sizes.packed() > directory - start) {
            return -1;
        }
        foreign |= !record.isOfBundle();
        boolean deflated = record.fixed().method() == ArchiveRecord.DEFLATED;
        if (!deflated && sizes.packed() != sizes.length()) {
            return -1;
        }
        members.add(
                new ArchiveMember(
                        record.name(),
                        deflated,
                        start,
                        sizes.packed(),
                        sizes.length(),
                        sizes.crc()));
        long end = start + sizes.packed();
        return record.fixed().hasDescriptor() ? end + descriptor(record, end) : end;
    }

    /** How long name and extra fields are, where one of the two lengths may be wrong. */
    private static int likely(ArchiveRecord record, int nameBytes, int extraBytes) {
        int named = record.name().getBytes(StandardCharsets.UTF_8).length;
        boolean bare = nameBytes == named && record.others().length == 0 && !record.zip64();
        return named + (bare ? 0 : extraBytes);
    }

    private static @Nullable ArchiveRecord local(ByteBuffer fixed, byte[] rest, int nameBytes) {
        if (fixed.getInt() != LOCAL) {
            return null;
        }
        ArchiveRecord.Fixed told = ArchiveRecord.Fixed.read(fixed);
        int crc = fixed.getInt();
        long packed = ArchiveRecord.u32(fixed);
        long length = ArchiveRecord.u32(fixed);
        byte[] name = Arrays.copyOf(rest, nameBytes);
        byte[] extra = Arrays.copyOfRange(rest, nameBytes, rest.length);
        ArchiveRecord.Sizes sizes = new ArchiveRecord.Sizes(crc, packed, length, 0);
        return ArchiveRecord.of(told, sizes, name, extra).orElse(null);
    }

    /** How long the sums after the member's bytes are, which must be those of the directory. */
    private int descriptor(ArchiveRecord record, long at) throws IOException {
        ArchiveRecord.Sizes sizes = record.sizes();
        boolean wide =
                record.zip64()
                        && (sizes.packed() >= ArchiveRecord.UNSET
                                || sizes.length() >= ArchiveRecord.UNSET);
        int bytes = SUM_BYTES + 2 * (wide ? Long.BYTES : Integer.BYTES);
        Optional<ByteBuffer> read = bytes(at, bytes);
        boolean agrees =
                read.isPresent()
                        && read.get().getInt() == DESCRIPTOR
                        && read.get().getInt() == sizes.crc()
                        && size(read.get(), wide) == sizes.packed()
                        && size(read.get(), wide) == sizes.length();
        if (!agrees) {
            flaw(at, at + bytes);
        }
        return bytes;
    }

    private static long size(ByteBuffer from, boolean wide) {
        return wide ? from.getLong() : ArchiveRecord.u32(from);
    }
}
