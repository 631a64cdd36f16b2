package az.qalxan.engines.image;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The chunks of an AFF4 image stream, in members ("bevies") of so many each. */
final class Aff4Stream {

    private static final int ENTRY_BYTES = 12;
    private static final int BEVIES_KEPT = 8;
    private static final int CHUNKS_KEPT = 1 << 20;

    /** What a bevy's index or digests may have, however few its chunks. */
    private static final long TABLE_BYTES = 1 << 20;

    private static final int PER_BEVY_MAX = 1 << 20;
    private static final long CHUNKS_PER_BEVY = 1_024;
    private static final long CHUNK_BYTES = 32_768;
    private static final List<DigestKind> STRONGEST =
            List.of(DigestKind.SHA512, DigestKind.SHA256, DigestKind.SHA1, DigestKind.MD5);

    private final Aff4Volume volume;
    private final String name;
    private final Shape shape;
    private final Map<Long, Bevy> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Bevy> eldest) {
                    return size() > Math.clamp(CHUNKS_KEPT / perBevy(), 1, BEVIES_KEPT);
                }
            };

    /** What the container tells of a stream's chunks. */
    private record Shape(long size, int chunkBytes, int perBevy, Aff4Packing packing) {}

    private Aff4Stream(Aff4Volume volume, String name, Shape shape) {
        this.volume = volume;
        this.name = name;
        this.shape = shape;
    }

    /** The stream of that name; nothing where the container tells none that can be read. */
    static Optional<Aff4Stream> of(Aff4Volume volume, String name) {
        Optional<Long> size = volume.number(name, "size");
        long chunk = volume.number(name, "chunkSize").orElse(CHUNK_BYTES);
        long perBevy = volume.number(name, "chunksInSegment").orElse(CHUNKS_PER_BEVY);
        Optional<Aff4Packing> packing =
                Aff4Packing.of(volume.one(name, "compressionMethod").orElse(""));
        boolean fits =
                volume.is(name, "ImageStream")
                        && size.isPresent()
                        && size.get() <= EwfVolume.MEDIA_BYTES_MAX
                        && chunk > 0
                        && chunk <= EwfVolume.CHUNK_BYTES_MAX
                        && perBevy > 0
                        && perBevy <= PER_BEVY_MAX;
        return fits && packing.isPresent()
                ? Optional.of(
                        new Aff4Stream(
                                volume,
                                name,
                                new Shape(size.get(), (int) chunk, (int) perBevy, packing.get())))
                : Optional.empty();
    }

    Aff4Volume volume() {
        return volume;
    }

    String name() {
        return name;
    }

    long size() {
        return shape.size();
    }

    int chunkBytes() {
        return shape.chunkBytes();
    }

    int perBevy() {
        return shape.perBevy();
    }

    /** How many bytes of the stream a chunk stands for. */
    int expected(long chunk) {
        return (int) Math.clamp(size() - chunk * chunkBytes(), 0, chunkBytes());
    }

    /**
     * A bevy whose index was read.
     *
     * @param start where its bytes lie in the file, -1 where it is missing
     * @param digests those of its chunks side by side, none where it keeps none
     */
    private record Bevy(long start, long bytes, byte[] index, DigestKind kind, byte[] digests) {}

    private static String number(long bevy) {
        return "%08d".formatted(bevy);
    }

    private Bevy bevy(long number) throws IOException {
        synchronized (kept) {
            Bevy bevy = kept.get(number);
            if (bevy == null) {
                bevy = read(number);
                kept.put(number, bevy);
            }
            return bevy;
        }
    }

    private Bevy read(long number) throws IOException {
        Optional<ZipMembers.Member> member = volume.member(name, number(number));
        Optional<byte[]> index = table(number(number) + ".index", ENTRY_BYTES);
        Optional<Long> start =
                member.isPresent() && member.get().stored()
                        ? volume.zip().start(member.get())
                        : Optional.empty();
        if (start.isEmpty() || index.isEmpty()) {
            return new Bevy(-1, 0, new byte[0], DigestKind.MD5, new byte[0]);
        }
        for (DigestKind kind : STRONGEST) {
            Optional<byte[]> digests = digests(number, kind.name().toLowerCase(Locale.ROOT));
            if (digests.isPresent()) {
                return new Bevy(
                        start.get(), member.get().bytes(), index.get(), kind, digests.get());
            }
        }
        return new Bevy(
                start.get(), member.get().bytes(), index.get(), DigestKind.MD5, new byte[0]);
    }

    /** The digests of a bevy's chunks, side by side. */
    Optional<byte[]> digests(long bevy, String kind) throws IOException {
        int width = DigestKind.SHA512.bytes();
        Optional<byte[]> found = table(number(bevy) + ".blockHash." + kind, width);
        return found.isPresent() ? found : table(number(bevy) + "." + kind, width);
    }

    /** What a bevy tells of its chunks side by side; nothing where it is more than they need. */
    private Optional<byte[]> table(String part, int width) throws IOException {
        return volume.whole(name, part, Math.max(TABLE_BYTES, (long) perBevy() * width));
    }

    /** The kind of digest with which each chunk is compared. */
    Optional<DigestKind> compared() throws IOException {
        Bevy bevy = bevy(0);
        return bevy.digests().length == 0 ? Optional.empty() : Optional.of(bevy.kind());
    }

    /** Where in the file a chunk lies; -1 where nothing leads to it. */
    long place(long chunk) throws IOException {
        Bevy bevy = bevy(chunk / perBevy());
        int at = (int) (chunk % perBevy()) * ENTRY_BYTES;
        return bevy.start() < 0 || at + ENTRY_BYTES > bevy.index().length
                ? -1
                : bevy.start() + new Fields(bevy.index()).wide(at);
    }

    /** Reads a chunk into the room; false where it is missing or damaged. */
    boolean read(long chunk, byte[] into, int at, Inflation inflation) throws IOException {
        Bevy bevy = bevy(chunk / perBevy());
        int entry = (int) (chunk % perBevy()) * ENTRY_BYTES;
        if (bevy.start() < 0 || entry + ENTRY_BYTES > bevy.index().length) {
            return false;
        }
        Fields index = new Fields(bevy.index());
        long offset = index.wide(entry);
        long packed = index.word(entry + 8);
        if (packed > chunkBytes() || offset > bevy.bytes() - packed) {
            return false;
        }
        byte[] raw = volume.zip().part().read(bevy.start() + offset, (int) packed);
        int got;
        if (raw.length == chunkBytes() || shape.packing() == Aff4Packing.NONE) {
            System.arraycopy(raw, 0, into, at, raw.length);
            got = raw.length;
        } else {
            got =
                    shape.packing()
                            .unpack(Slice.of(raw), new Room(into, at, chunkBytes()), inflation);
        }
        return got >= expected(chunk) && sound(bevy, chunk, new Slice(into, at, got));
    }

    /** Compares with the chunk's own digest where the container keeps one. */
    private boolean sound(Bevy bevy, long chunk, Slice read) {
        int width = bevy.kind().bytes();
        int from = (int) (chunk % perBevy()) * width;
        if (bevy.digests().length == 0) {
            return true;
        }
        if (from + width > bevy.digests().length) {
            return false;
        }
        byte[] stored = Arrays.copyOfRange(bevy.digests(), from, from + width);
        for (int count : List.of(read.count(), expected(chunk))) {
            MessageDigest digest = bevy.kind().digest();
            digest.update(read.bytes(), read.at(), count);
            if (Arrays.equals(digest.digest(), stored)) {
                return true;
            }
        }
        return false;
    }
}
