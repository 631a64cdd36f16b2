package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Files in memory that crash where they are told to, and lose what was not certain. */
final class MemoryFiles implements LogFiles {

    /** What a crash leaves of a file that was written and not yet certain. */
    enum Loss {
        NOTHING,
        EVERYTHING,
        HALF_OF_EACH,
        EVERY_SECOND
    }

    /** The machine stopped. */
    static final class Crash extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final Map<String, byte[]> certain = new HashMap<>();
    private final Map<String, byte[]> uncertain = new LinkedHashMap<>();
    private long steps;
    private long crashAt = Long.MAX_VALUE;

    void crashAt(long step) {
        crashAt = step;
        steps = 0;
    }

    long steps() {
        return steps;
    }

    private void step() throws IOException {
        if (steps++ >= crashAt) {
            throw new Crash();
        }
    }

    @Override
    public Optional<byte[]> read(String path, int bytesMax) throws IOException {
        byte[] bytes = uncertain.getOrDefault(path, certain.get(path));
        if (bytes != null && bytes.length > bytesMax) {
            throw new OversizedFile(path, bytesMax);
        }
        return Optional.ofNullable(bytes).map(byte[]::clone);
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        step();
        uncertain.put(path, bytes.clone());
    }

    @Override
    public void sync() throws IOException {
        for (String path : List.copyOf(uncertain.keySet())) {
            step();
            certain.put(path, uncertain.get(path));
            uncertain.remove(path);
        }
        step();
    }

    @Override
    public void replace(String path, byte[] bytes) throws IOException {
        step();
        certain.put(path, bytes.clone());
        step();
    }

    @Override
    public void forget(String folder) throws IOException {
        step();
        certain.keySet().removeIf(path -> path.startsWith(folder + "/"));
        step();
    }

    /** The files as they are found after the machine came back. */
    MemoryFiles afterCrash(Loss loss) {
        MemoryFiles found = new MemoryFiles();
        found.certain.putAll(certain);
        int place = 0;
        for (Map.Entry<String, byte[]> one : uncertain.entrySet()) {
            byte[] bytes = one.getValue();
            place++;
            switch (loss) {
                case NOTHING -> found.certain.put(one.getKey(), bytes);
                case EVERYTHING -> {}
                case HALF_OF_EACH ->
                        found.certain.put(one.getKey(), Arrays.copyOf(bytes, bytes.length / 2));
                case EVERY_SECOND -> {
                    if (place % 2 == 0) {
                        found.certain.put(one.getKey(), bytes);
                    }
                }
            }
        }
        return found;
    }

    List<String> paths() {
        List<String> paths = new ArrayList<>(certain.keySet());
        paths.sort(null);
        return paths;
    }

    void change(String path, UnaryOperator<byte[]> change) {
        certain.put(path, change.apply(certain.getOrDefault(path, new byte[0]).clone()));
    }

    void remove(String path) {
        certain.remove(path);
    }

    MemoryFiles copy() {
        return afterCrash(Loss.NOTHING);
    }
}
