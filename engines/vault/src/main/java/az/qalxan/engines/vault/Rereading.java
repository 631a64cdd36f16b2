package az.qalxan.engines.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a body from where a pass stands, into it, to an offset or a little beyond. */
record Rereading(FileKey key, VaultFiles.Body body, long length) {

    List<ByteRange> into(DigestPass pass, long until) throws IOException {
        List<ByteRange> damaged = new ArrayList<>();
        FileKey.Pieces pieces = key.new Pieces();
        try (Buffers buffers = new Buffers(key.runBytes())) {
            for (long at = pass.length(); at < until; at += key.runBytes()) {
                ByteRange run = new ByteRange(at, Math.min(key.runBytes(), length - at));
                byte[] open = buffers.take();
                List<ByteRange> wrong = pieces.read(body, run, open);
                wrong.forEach(range -> add(damaged, range));
                if (damaged.isEmpty()) {
                    pass.update(
                            new Gcm.Part(open, 0, (int) run.length()), () -> buffers.give(open));
                } else {
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
