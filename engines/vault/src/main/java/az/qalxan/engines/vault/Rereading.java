package az.qalxan.engines.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a body from where a pass stands, into it. */
record Rereading(FileKey key, VaultFiles.Body body, long length) {

    List<ByteRange> into(DigestPass pass) throws IOException {
        List<ByteRange> damaged = new ArrayList<>();
        FileKey.Pieces pieces = key.new Pieces();
        try (Buffers buffers = new Buffers(key.chunkBytes())) {
            for (long chunk = key.chunks(pass.length()); chunk < key.chunks(length); chunk++) {
                ByteRange range = key.range(chunk, length);
                byte[] open = buffers.take();
                if (pieces.read(body, chunk, range.length(), open).isPresent()) {
                    pass.update(
                            new Gcm.Part(open, 0, (int) range.length()), () -> buffers.give(open));
                } else {
                    add(damaged, range);
                    buffers.give(open);
                }
            }
            pass.settle();
        }
        return damaged;
    }

    private static void add(List<ByteRange> ranges, ByteRange next) {
        if (!ranges.isEmpty() && ranges.getLast().end() == next.from()) {
            ByteRange last = ranges.removeLast();
            ranges.add(new ByteRange(last.from(), last.length() + next.length()));
        } else {
            ranges.add(next);
        }
    }
}
