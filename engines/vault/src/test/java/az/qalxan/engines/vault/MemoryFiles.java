package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Files in memory that stop where they are told to, and lose what was not certain. */
final class MemoryFiles implements VaultFiles {

    /** What a crash leaves of what was written and not yet certain. */
    enum Loss {
        NOTHING,
        EVERYTHING,
        HALF_OF_EACH,
        EVERY_SECOND,
        BY_CHANCE
    }

    /** The machine stopped. */
    static final class Crash extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The disk is full; half of what was to be written may be there. */
    static final class DiskFull extends IOException {
        private static final long serialVersionUID = 1;
    }

    private record Write(long at, byte[] bytes) {}

    private final Map<String, byte[]> certain = new HashMap<>();
    private final Map<String, List<Write>> uncertain = new LinkedHashMap<>();
    private final Map<String, Integer> reads = new HashMap<>();
    private long steps;
    private long crashAt = Long.MAX_VALUE;
    private long fullFrom = Long.MAX_VALUE;
    private long fullUntil = Long.MAX_VALUE;

    void crashAt(long step) {
        crashAt = step;
        steps = 0;
    }

    /** From the first of these steps to before the last nothing more can be written. */
    void fullBetween(long from, long until) {
        fullFrom = from;
        fullUntil = until;
        steps = 0;
    }

    /** How often the record was read. */
    int reads(String path) {
        return reads.getOrDefault(path, 0);
    }

    long steps() {
        return steps;
    }

    private void step() throws IOException {
        if (steps++ >= crashAt) {
            throw new Crash();
        }
    }

    private boolean full() {
        return steps > fullFrom && steps <= fullUntil;
    }

    @Override
    public Optional<byte[]> read(String path, int bytesMax) throws IOException {
        reads.merge(path, 1, Integer::sum);
        return certain.containsKey(path) || uncertain.containsKey(path)
                ? Optional.of(now(path))
                : Optional.empty();
    }

    private byte[] now(String path) {
        byte[] bytes = certain.getOrDefault(path, new byte[0]);
        for (Write write : uncertain.getOrDefault(path, List.of())) {
            bytes = written(bytes, write);
        }
        return bytes.clone();
    }

    private static byte[] written(byte[] bytes, Write write) {
        if (write.at() < 0) {
            return Arrays.copyOf(bytes, (int) (-1 - write.at()));
        }
        byte[] more =
                Arrays.copyOf(
                        bytes, (int) Math.max(bytes.length, write.at() + write.bytes().length));
        System.arraycopy(write.bytes(), 0, more, (int) write.at(), write.bytes().length);
        return more;
    }

    @Override
    public boolean create(String path, byte[] bytes) throws IOException {
        if (certain.containsKey(path)) {
            return false;
        }
        replace(path, bytes);
        return true;
    }

    @Override
    public void replace(String path, byte[] bytes) throws IOException {
        step();
        if (full()) {
            throw new DiskFull();
        }
        certain.put(path, bytes.clone());
        step();
    }

    @Override
    public Body write(String path) {
        return new MemoryBody(path);
    }

    @Override
    public Optional<Body> body(String path) {
        return certain.containsKey(path) || uncertain.containsKey(path)
                ? Optional.of(new MemoryBody(path))
                : Optional.empty();
    }

    @Override
    public List<String> list(String path) {
        TreeSet<String> names = new TreeSet<>();
        for (String one : paths()) {
            if (one.startsWith(path + "/")) {
                String rest = one.substring(path.length() + 1);
                names.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
            }
        }
        return List.copyOf(names);
    }

    TreeSet<String> paths() {
        TreeSet<String> paths = new TreeSet<>(certain.keySet());
        paths.addAll(uncertain.keySet());
        return paths;
    }

    @Override
    public void delete(String path) throws IOException {
        step();
        certain.remove(path);
        uncertain.remove(path);
        step();
    }

    @Override
    public Held lock(String name) {
        return () -> {};
    }

    /** The files as they are found after the machine came back. */
    MemoryFiles afterCrash(Loss loss, SplittableRandom random) {
        MemoryFiles found = new MemoryFiles();
        found.certain.putAll(certain);
        int place = 0;
        for (Map.Entry<String, List<Write>> one : uncertain.entrySet()) {
            for (Write write : one.getValue()) {
                place++;
                int kept =
                        switch (loss) {
                            case NOTHING -> write.bytes().length;
                            case EVERYTHING -> 0;
                            case HALF_OF_EACH -> write.bytes().length / 2;
                            case EVERY_SECOND -> place % 2 == 0 ? write.bytes().length : 0;
                            case BY_CHANCE -> random.nextInt(write.bytes().length + 1);
                        };
                if (kept > 0 || write.at() < 0) {
                    found.certain.put(
                            one.getKey(),
                            written(
                                    found.certain.getOrDefault(one.getKey(), new byte[0]),
                                    new Write(write.at(), Arrays.copyOf(write.bytes(), kept))));
                }
            }
        }
        return found;
    }

    private final class MemoryBody implements Body {

        private final String path;

        MemoryBody(String path) {
            this.path = path;
        }

        @Override
        public long size() {
            return now(path).length;
        }

        @Override
        public int read(long at, ByteBuffer into) {
            byte[] bytes = now(path);
            int count = (int) Math.clamp(bytes.length - at, 0, into.remaining());
            into.put(bytes, (int) Math.min(at, bytes.length), count);
            return count;
        }

        @Override
        public void write(long at, ByteBuffer from) throws IOException {
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            step();
            boolean full = full();
            uncertain
                    .computeIfAbsent(path, key -> new ArrayList<>())
                    .add(new Write(at, full ? Arrays.copyOf(bytes, bytes.length / 2) : bytes));
            if (full) {
                throw new DiskFull();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            step();
            uncertain
                    .computeIfAbsent(path, key -> new ArrayList<>())
                    .add(new Write(-1 - size, new byte[0]));
        }

        @Override
        public void sync() throws IOException {
            step();
            List<Write> writes = uncertain.remove(path);
            if (writes != null) {
                byte[] bytes = certain.getOrDefault(path, new byte[0]);
                for (Write write : writes) {
                    bytes = written(bytes, write);
                }
                certain.put(path, bytes);
            }
            step();
        }

        @Override
        public void close() {}
    }
}
