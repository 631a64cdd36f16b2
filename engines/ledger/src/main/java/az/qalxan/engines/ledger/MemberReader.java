package az.qalxan.engines.ledger;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads members of an archive, and never more of one than it says it has. */
final class MemberReader {

    private static final int BUFFER_BYTES = 65_536;

    private final FileChannel file;

    MemberReader(FileChannel file) {
        this.file = file;
    }

    /** Takes the bytes of a member, block by block. */
    interface Sink {
        void take(long at, byte[] block, int count) throws IOException;
    }

    /**
     * How reading went.
     *
     * @param length how many bytes came
     * @param whole whether exactly the packed bytes gave exactly the length
     * @param difference of the CRC-32 from the one the archive tells; 0: as it was put in
     */
    record Reading(long length, boolean whole, int difference) {

        boolean sound() {
            return whole && difference == 0;
        }
    }

    /** Reads all of it in blocks of {@link FileDigest#BLOCK_BYTES}. */
    Reading read(ArchiveMember member, Sink sink) throws IOException {
        CRC32 sum = new CRC32();
        byte[] block = new byte[(int) Math.min(FileDigest.BLOCK_BYTES, member.length() + 1)];
        Inflater inflater = new Inflater(true);
        Region region = new Region(file, member.start(), member.packed());
        InputStream in =
                member.deflated()
                        ? new InflaterInputStream(region, inflater, BUFFER_BYTES)
                        : region;
        long length = 0;
        boolean whole = true;
        try {
            int count = in.readNBytes(block, 0, block.length);
            while (count > 0 && length + count <= member.length()) {
                sum.update(block, 0, count);
                sink.take(length, block, count);
                length += count;
                count = in.readNBytes(block, 0, block.length);
            }
            whole = count == 0 && length == member.length() && region.isEmpty();
            whole = whole && inflater.getRemaining() == 0;
        } catch (ZipException | EOFException e) {
            whole = false;
        } finally {
            inflater.end();
        }
        return new Reading(length, whole, (int) sum.getValue() ^ member.crc());
    }

    /** The bytes of a small member; empty when it is larger than that or not as it was put in. */
    Optional<byte[]> bytes(ArchiveMember member, int bytesMax) throws IOException {
        if (member.length() > bytesMax) {
            return Optional.empty();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Reading reading = read(member, (at, block, count) -> all.write(block, 0, count));
        return reading.sound() ? Optional.of(all.toByteArray()) : Optional.empty();
    }

    /** Where a member's bytes are not those that were put in, as closely as its CRC-32 tells. */
    BundleFlaw.ByteRange damage(ArchiveMember member) throws IOException {
        Reading reading = read(member, (at, block, count) -> {});
        if (!reading.whole()) {
            return new BundleFlaw.ByteRange(reading.length(), member.length(), false);
        }
        List<FlippedByte.Change> changes =
                member.length() <= FileDigest.BLOCK_BYTES
                        ? FlippedByte.find(
                                reading.difference(), member.length(), 0, member.length())
                        : List.of();
        return changes.size() == 1
                ? new BundleFlaw.ByteRange(
                        changes.getFirst().at(), changes.getFirst().at() + 1, true)
                : new BundleFlaw.ByteRange(0, member.length(), false);
    }

    /** A part of the file as a stream. */
    private static final class Region extends InputStream {

        private final FileChannel file;
        private final byte[] one = new byte[1];
        private long at;
        private long rest;

        Region(FileChannel file, long at, long rest) {
            this.file = file;
            this.at = at;
            this.rest = rest;
        }

        boolean isEmpty() {
            return rest == 0;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (rest == 0) {
                return -1;
            }
            ByteBuffer part = ByteBuffer.wrap(into, offset, (int) Math.min(count, rest));
            int read = count == 0 ? 0 : file.read(part, at);
            if (read < 0) {
                throw new EOFException("the archive became shorter");
            }
            at += read;
            rest -= read;
            return read;
        }
    }
}
