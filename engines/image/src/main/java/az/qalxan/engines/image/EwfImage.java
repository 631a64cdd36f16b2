package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** An image in EWF-E01 form, of one or more segments. */
final class EwfImage implements DiskImage {

    private static final int BLOCK_BYTES = 1 << 20;

    private final ImageFacts facts;
    private final List<ImagePart> parts;
    private final ChunkReader chunks;

    EwfImage(ImageFacts facts, List<ImagePart> parts, ChunkReader chunks) {
        this.facts = facts;
        this.parts = parts;
        this.chunks = chunks;
    }

    @Override
    public ImageFacts facts() {
        return facts;
    }

    @Override
    public MediaChannel channel() {
        return new MediaChannel(new Chunks());
    }

    private final class Chunks implements MediaChannel.Blocks {

        @Override
        public int blockBytes() {
            return chunks.volume().chunkBytes();
        }

        @Override
        public long mediaBytes() {
            return chunks.volume().mediaBytes();
        }

        @Override
        public Block read(long number) throws IOException {
            Block block = new Block(number, 1, blockBytes());
            try (Inflation inflation = new Inflation()) {
                chunks.fill(block, inflation);
            }
            return block;
        }

        @Override
        public MediaRange range(Block block, int chunk) {
            return EwfImage.this.range(block.firstChunk + chunk);
        }
    }

    private MediaRange range(long chunk) {
        return new MediaRange(
                chunk * chunks.volume().chunkBytes(), chunks.volume().expected(chunk));
    }

    @Override
    public ImageVerification verify(Set<DigestKind> also, LongConsumer progress)
            throws IOException, InterruptedException {
        long missing = chunks.volume().chunks() - covered();
        Verifying verifying = new Verifying(Verifying.Subject.media(facts), also, progress);
        boolean hashed = verifying.mayLose(missing, chunks.volume().chunkBytes());
        return verifying.run(new InOrder(hashed), this::finding);
    }

    private long covered() {
        return chunks.index().runs(chunks.volume().chunks()).stream()
                .mapToLong(ChunkIndex.Run::count)
                .sum();
    }

    /** What is wrong with a lost chunk. */
    private ImageFinding finding(Block block, int at) throws IOException {
        long chunk = block.firstChunk + at;
        Optional<ChunkPlaces.Stored> stored = chunks.stored(chunk);
        return stored.isEmpty()
                ? new ImageFinding(ImageFinding.Kind.CHUNK_MISSING, "", 0, range(chunk))
                : new ImageFinding(
                        ImageFinding.Kind.CHUNK_DAMAGED,
                        stored.get().part().name(),
                        stored.get().offset(),
                        range(chunk));
    }

    /** All chunks in order, or where too many are missing only those that some table leads to. */
    private final class InOrder implements BlockSource {

        private final List<ChunkIndex.Run> runs;
        private final int perBlock;
        private final Deque<byte[]> free = new ArrayDeque<>();
        private int run;
        private long next;

        InOrder(boolean all) {
            long count = chunks.volume().chunks();
            this.runs = all ? List.of(new ChunkIndex.Run(0, count)) : chunks.index().runs(count);
            this.perBlock = Math.max(1, BLOCK_BYTES / chunks.volume().chunkBytes());
            this.next = runs.isEmpty() ? 0 : runs.getFirst().from();
        }

        @Override
        public Optional<Block> next() {
            while (run < runs.size() && next >= runs.get(run).to()) {
                run++;
                next = run < runs.size() ? runs.get(run).from() : 0;
            }
            if (run == runs.size()) {
                return Optional.empty();
            }
            int count = (int) Math.min(perBlock, runs.get(run).to() - next);
            byte[] bytes = free.poll();
            int room = perBlock * chunks.volume().chunkBytes();
            Block block = new Block(next, count, bytes == null ? new byte[room] : bytes);
            next += count;
            return Optional.of(block);
        }

        @Override
        public void fill(Block block, Inflation inflation) throws IOException {
            chunks.fill(block, inflation);
        }

        @Override
        public void release(Block block) {
            free.add(block.bytes);
        }
    }

    @Override
    public void close() throws IOException {
        for (ImagePart part : parts) {
            part.close();
        }
    }
}
