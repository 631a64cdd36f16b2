package az.qalxan.engines.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What the tests of images share. */
final class Images {

    private Images() {}

    /** Media of which some chunks deflate and others do not. */
    static byte[] media(int bytes, long seed) {
        Random random = new Random(seed);
        byte[] media = new byte[bytes];
        for (int at = 0; at < bytes; at += 3_000) {
            byte[] some = new byte[Math.min(3_000, bytes - at)];
            if (random.nextInt(3) > 0) {
                random.nextBytes(some);
            } else {
                Arrays.fill(some, (byte) random.nextInt(256));
            }
            System.arraycopy(some, 0, media, at, some.length);
        }
        return media;
    }

    static List<ImagePart> parts(List<byte[]> segments) {
        List<ImagePart> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            parts.add(new ImagePart("x.E%02d".formatted(i + 1), new Bytes(segments.get(i))));
        }
        return parts;
    }

    static DiskImage open(List<byte[]> segments) throws IOException {
        return switch (DiskImages.open(parts(segments))) {
            case ImageOpening.Opened(DiskImage image) -> image;
            case ImageOpening.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    static ImageVerification verify(List<byte[]> segments) {
        try (DiskImage image = open(segments)) {
            return image.verify(Set.of(), done -> {});
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] all(MediaChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) channel.size());
        while (all.hasRemaining() && channel.read(all) >= 0) {
            continue;
        }
        return all.array();
    }

    /** Bytes in memory, read like a file. */
    static final class Bytes implements SeekableByteChannel {

        private final byte[] bytes;
        private long position;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer into) {
            if (position >= bytes.length) {
                return -1;
            }
            int count = (int) Math.min(into.remaining(), bytes.length - position);
            into.put(bytes, (int) position, count);
            position += count;
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long at) {
            position = at;
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
