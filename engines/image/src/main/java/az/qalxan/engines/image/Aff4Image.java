package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** An image in AFF4 containers, of one or more stripes. */
final class Aff4Image implements DiskImage {

    private static final int PIECE_BYTES = 1 << 15;
    private static final int PIECES_PER_BLOCK = 32;

    /** A media that mostly repeats is hashed up to this size whatever the container's size. */
    private static final long SPARSE_BYTES_MAX = 4L << 40;

    /** More than deflating can gain. */
    private static final long GAIN_MAX = 1_100;

    /** Chunks may be unpacked again and again where a map jumps; more than this is hostile. */
    private static final long UNPACKED_SPARE_BYTES = 16L << 30;

    private final ImageFacts facts;
    private final List<ImagePart> parts;
    private final Aff4Map map;
    private final Aff4Proof proof;

    Aff4Image(ImageFacts facts, List<ImagePart> parts, Aff4Map map, Aff4Proof proof) {
        this.facts = facts;
        this.parts = List.copyOf(parts);
        this.map = map;
        this.proof = proof;
    }

    @Override
    public ImageFacts facts() {
        return facts;
    }

    @Override
    public MediaChannel channel() {
        Filling filling = new Filling(new AtomicLong(Long.MAX_VALUE));
        return new MediaChannel(
                new MediaChannel.Blocks() {
                    @Override
                    public int blockBytes() {
                        return PIECE_BYTES;
                    }

                    @Override
                    public long mediaBytes() {
                        return map.size();
                    }

                    @Override
                    public Block read(long number) throws IOException {
                        Block block = new Block(number, 1, PIECE_BYTES);
                        try (Inflation inflation = new Inflation()) {
                            filling.fill(block, inflation);
                        }
                        return block;
                    }

                    @Override
                    public MediaRange range(Block block, int piece) {
                        return Aff4Image.this.range(block.firstChunk + piece);
                    }
                });
    }

    private MediaRange range(long piece) {
        long from = piece * PIECE_BYTES;
        return new MediaRange(from, Math.min(PIECE_BYTES, map.size() - from));
    }

    @Override
    public ImageVerification verify(Set<DigestKind> also, LongConsumer progress)
            throws IOException, InterruptedException {
        List<DigestCheck> checks = new ArrayList<>();
        List<ImageFinding> known = new ArrayList<>(facts.findings());
        boolean sparse = tooSparse();
        if (sparse) {
            known.add(
                    new ImageFinding(
                            ImageFinding.Kind.TOO_SPARSE, "", 0, new MediaRange(0, map.size())));
        }
        Filling filling = new Filling(new AtomicLong(budget()));
        Verifying.Subject media =
                new Verifying.Subject(
                        DigestCheck.Scope.MEDIA,
                        facts.files().getFirst(),
                        map.size(),
                        sparse ? List.of() : facts.digests(),
                        known);
        BlockSource source = sparse ? new OnlyChunks(filling) : new All(filling);
        ImageVerification all =
                new Verifying(media, sparse ? EnumSet.noneOf(DigestKind.class) : also, progress)
                        .run(source, this::finding);
        checks.addAll(all.digests());
        for (Aff4Stream stream : proof.streams()) {
            checks.addAll(checks(stream));
        }
        checks.addAll(proof.checks());
        return new ImageVerification(
                all.bytes(), checks, all.findings(), all.findingsCount(), all.lostBytes());
    }

    private List<DigestCheck> checks(Aff4Stream stream) throws IOException, InterruptedException {
        List<StoredDigest> stored = proof.ofStream(stream);
        if (stored.isEmpty() || stream.size() > SPARSE_BYTES_MAX && stream.size() > budget()) {
            return List.of();
        }
        Verifying.Subject subject =
                new Verifying.Subject(
                        DigestCheck.Scope.STREAM, stream.name(), stream.size(), stored, List.of());
        return new Verifying(subject, Set.of(), done -> {})
                .run(
                        new InOrder(stream),
                        (block, at) ->
                                new ImageFinding(
                                        ImageFinding.Kind.CHUNK_DAMAGED,
                                        stream.name(),
                                        0,
                                        new MediaRange(
                                                (block.firstChunk + at) * stream.chunkBytes(),
                                                stream.chunkBytes())))
                .digests();
    }

    private long budget() throws IOException {
        long bytes = 0;
        for (ImagePart part : parts) {
            bytes += part.size();
        }
        return bytes * GAIN_MAX * 2 + UNPACKED_SPARE_BYTES;
    }

    private boolean tooSparse() throws IOException {
        return map.size() > SPARSE_BYTES_MAX && map.size() > budget();
    }

    /** What is wrong with a lost piece: the first chunk of it that cannot be read. */
    private ImageFinding finding(Block block, int piece) throws IOException {
        MediaRange range = range(block.firstChunk + piece);
        try (Inflation inflation = new Inflation()) {
            for (long at = range.offset(); at < range.end(); ) {
                Aff4Map.Extent extent = map.at(at);
                long next = extent.end();
                if (extent.source() instanceof Aff4Map.Source.Chunks(Aff4Stream stream)) {
                    long inside = extent.sourceOffset() % stream.chunkBytes();
                    long chunk = extent.sourceOffset() / stream.chunkBytes();
                    next = Math.min(next, at + stream.chunkBytes() - inside);
                    byte[] room = new byte[stream.chunkBytes()];
                    long place = stream.place(chunk);
                    if (place >= 0 && !stream.read(chunk, room, 0, inflation)) {
                        String file = stream.volume().zip().part().name();
                        return new ImageFinding(
                                ImageFinding.Kind.CHUNK_DAMAGED, file, place, range);
                    }
                }
                at = next;
            }
        }
        return new ImageFinding(ImageFinding.Kind.CHUNK_MISSING, "", 0, range);
    }

    /** Fills blocks of the media by the map. */
    private final class Filling {

        private final AtomicLong budget;

        Filling(AtomicLong budget) {
            this.budget = budget;
        }

        /** The chunk that was unpacked last. */
        private static final class Held {

            private byte[] bytes = {};
            private Optional<Aff4Stream> of = Optional.empty();
            private long chunk = -1;
            private boolean good;
        }

        void fill(Block block, Inflation inflation) throws IOException {
            long from = block.firstChunk * PIECE_BYTES;
            block.length = (int) Math.min((long) block.chunks * PIECE_BYTES, map.size() - from);
            Held held = new Held();
            for (int done = 0; done < block.length; ) {
                Aff4Map.Extent extent = map.at(from + done);
                int count = (int) Math.min(extent.bytes(), block.length - done);
                switch (extent.source()) {
                    case Aff4Map.Source.Repeated repeated ->
                            repeated.fill(block.bytes, done, count, extent.sourceOffset());
                    case Aff4Map.Source.Missing missing -> lose(block, done, count);
                    case Aff4Map.Source.Chunks(Aff4Stream stream) -> {
                        long at = extent.sourceOffset() % stream.chunkBytes();
                        count = (int) Math.min(count, stream.chunkBytes() - at);
                        hold(held, stream, extent.sourceOffset() / stream.chunkBytes(), inflation);
                        if (held.good) {
                            System.arraycopy(held.bytes, (int) at, block.bytes, done, count);
                        } else {
                            lose(block, done, count);
                        }
                    }
                }
                done += count;
            }
        }

        private void hold(Held held, Aff4Stream stream, long chunk, Inflation inflation)
                throws IOException {
            if (held.chunk == chunk && held.of.isPresent() && held.of.get() == stream) {
                return;
            }
            if (held.bytes.length != stream.chunkBytes()) {
                held.bytes = new byte[stream.chunkBytes()];
            }
            held.of = Optional.of(stream);
            held.chunk = chunk;
            held.good =
                    budget.addAndGet(-stream.chunkBytes()) > 0
                            && stream.expected(chunk) > 0
                            && stream.read(chunk, held.bytes, 0, inflation);
            Arrays.fill(
                    held.bytes,
                    held.good ? stream.expected(chunk) : 0,
                    held.bytes.length,
                    (byte) 0);
        }

        private static void lose(Block block, int at, int count) {
            Arrays.fill(block.bytes, at, at + count, (byte) 0);
            block.lost.set(at / PIECE_BYTES, (at + count - 1) / PIECE_BYTES + 1);
        }
    }

    /** The whole media in order. */
    private final class All implements BlockSource {

        private final Filling filling;
        private long next;

        All(Filling filling) {
            this.filling = filling;
        }

        @Override
        public Optional<Block> next() {
            if (next * PIECE_BYTES >= map.size()) {
                return Optional.empty();
            }
            long left = (map.size() - next * PIECE_BYTES + PIECE_BYTES - 1) / PIECE_BYTES;
            Block block = new Block(next, (int) Math.min(PIECES_PER_BLOCK, left), PIECE_BYTES);
            next += block.chunks;
            return Optional.of(block);
        }

        @Override
        public void fill(Block block, Inflation inflation) throws IOException {
            filling.fill(block, inflation);
        }
    }

    /** Only those parts of the media that come out of chunks, or out of what is missing. */
    private final class OnlyChunks implements BlockSource {

        private final Filling filling;
        private int extent;
        private long next;

        OnlyChunks(Filling filling) {
            this.filling = filling;
        }

        @Override
        public Optional<Block> next() {
            while (extent < map.extents().size()) {
                Aff4Map.Extent one = map.extents().get(extent);
                long piece = Math.max(next, one.offset() / PIECE_BYTES);
                if (one.source() instanceof Aff4Map.Source.Chunks
                        && piece * PIECE_BYTES < one.end()) {
                    next = piece + 1;
                    return Optional.of(new Block(piece, 1, PIECE_BYTES));
                }
                extent++;
            }
            return Optional.empty();
        }

        @Override
        public void fill(Block block, Inflation inflation) throws IOException {
            filling.fill(block, inflation);
        }
    }

    /** The chunks of one stream. */
    private static final class InOrder implements BlockSource {

        private final Aff4Stream stream;
        private long next;

        InOrder(Aff4Stream stream) {
            this.stream = stream;
        }

        @Override
        public Optional<Block> next() {
            if (stream.expected(next) == 0) {
                return Optional.empty();
            }
            return Optional.of(new Block(next++, 1, stream.chunkBytes()));
        }

        @Override
        public void fill(Block block, Inflation inflation) throws IOException {
            block.length = stream.expected(block.firstChunk);
            if (!stream.read(block.firstChunk, block.bytes, 0, inflation)) {
                Arrays.fill(block.bytes, (byte) 0);
                block.lost.set(0);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ImagePart part : parts) {
            part.close();
        }
    }
}
