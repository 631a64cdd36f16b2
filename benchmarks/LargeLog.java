import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.LogFiles;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.NoteSigner;
import az.qalxan.engines.ledger.TransparencyLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log of very many small entries on disk, written without making each batch certain. */
final class LargeLog {

    private static final int BATCH = 65_536;
    private static final long BYTES_A_LEAF = 80;

    private final Options options;
    private final NoteSigner signer;
    private final int leaves;
    private final Path folder;

    LargeLog(Options options, NoteSigner signer, int leaves) {
        this.options = options;
        this.signer = signer;
        this.leaves = leaves;
        this.folder = options.work().resolve("large");
    }

    int leaves() {
        return leaves;
    }

    boolean hasRoom() throws IOException {
        return Files.getFileStore(options.work()).getUsableSpace() > leaves * BYTES_A_LEAF;
    }

    static byte[] entry(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** Whether an earlier run, with the same --work, left it. */
    boolean isThere() throws IOException {
        return Files.exists(folder.resolve("checkpoint"))
                && checkpoint().head().size() == leaves;
    }

    private Checkpoint checkpoint() throws IOException {
        return Checkpoint.parse(Files.readAllBytes(folder.resolve("checkpoint"))).orElseThrow();
    }

    /** How many entries a second went in. */
    double write() throws IOException {
        Files.createDirectories(folder);
        long began = System.nanoTime();
        LogFiles files = new Uncertain(folder);
        try (TransparencyLog log = TransparencyLog.numbered(files, signer, "bench.example")) {
            for (int first = 0; first < leaves; first += BATCH) {
                List<byte[]> batch = new ArrayList<>(BATCH);
                for (int i = first; i < Math.min(leaves, first + BATCH); i++) {
                    batch.add(entry(i));
                }
                log.append(batch);
                if (first % (BATCH * 160) == 0) {
                    options.tell("%,d leaves", first);
                }
            }
        }
        return leaves / ((System.nanoTime() - began) / 1e9);
    }

    /** A reader that has read nothing yet. */
    LogReader reader() throws IOException {
        return new LogReader(LogFiles.in(folder), checkpoint());
    }

    /** Files that a crash may lose. */
    private record Uncertain(Path folder) implements LogFiles {

        @Override
        public Optional<byte[]> read(String path, int bytesMax) throws IOException {
            Path file = folder.resolve(path);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }

        @Override
        public void write(String path, byte[] bytes) throws IOException {
            Path file = folder.resolve(path);
            try {
                Files.write(file, bytes);
            } catch (NoSuchFileException e) {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
        }

        @Override
        public void sync() {}

        @Override
        public void replace(String path, byte[] bytes) throws IOException {
            write(path, bytes);
        }

        @Override
        public void forget(String gone) {}
    }
}
