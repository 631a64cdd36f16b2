package az.qalxan.engines.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * One file of an image: a segment, wherever its bytes lie.
 *
 * @param name by which findings call it
 */
public record ImagePart(String name, SeekableByteChannel channel) implements Closeable {

    long size() throws IOException {
        return channel.size();
    }

    /** Reads what is there of these bytes; returns how many. */
    int read(long offset, byte[] into, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, bytes);
        return channel instanceof FileChannel file
                ? readAt(file, offset, buffer)
                : readShared(offset, buffer);
    }

    /** These bytes, or fewer where the file ends. */
    byte[] read(long offset, int bytes) throws IOException {
        int there = (int) Math.clamp(size() - offset, 0, bytes);
        byte[] read = new byte[there];
        int count = read(offset, read, there);
        return count == there ? read : java.util.Arrays.copyOf(read, count);
    }

    private static int readAt(FileChannel file, long offset, ByteBuffer buffer) throws IOException {
        int all = 0;
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, offset + all);
            if (read < 0) {
                break;
            }
            all += read;
        }
        return all;
    }

    private int readShared(long offset, ByteBuffer buffer) throws IOException {
        synchronized (channel) {
            channel.position(offset);
            int all = 0;
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer);
                if (read < 0) {
                    break;
                }
                all += read;
            }
            return all;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
