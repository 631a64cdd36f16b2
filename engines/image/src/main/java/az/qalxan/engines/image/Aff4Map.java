package az.qalxan.engines.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An address space put together out of streams of chunks and of streams that only repeat. */
record Aff4Map(List<Extent> extents, Source gap, long size) {

    private static final int ENTRY_BYTES = 28;
    private static final int ENTRIES_MAX = 4_000_000;
    private static final int REPEATED_BYTES = 1 << 20;

    /** Where bytes come from. */
    sealed interface Source {

        /** Out of chunks. */
        record Chunks(Aff4Stream stream) implements Source {}

        /**
         * The same few bytes again and again, anew in each mebibyte.
         *
         * @param unread they stand for what the acquiring tool could not or did not read
         */
        record Repeated(String text, boolean unread) implements Source {

            void fill(byte[] into, int at, int count, long offset) {
                for (int i = 0; i < count; i++) {
                    long place = (offset + i) % REPEATED_BYTES;
                    into[at + i] = (byte) text.charAt((int) (place % text.length()));
                }
            }
        }

        /** A stream that no container at hand has. */
        record Missing(String name) implements Source {}
    }

    /** A piece of the address space. */
    record Extent(long offset, long bytes, long sourceOffset, Source source) {

        long end() {
            return offset + bytes;
        }
    }

    /** The source of that name. */
    static Source source(String name, Map<String, Aff4Stream> streams) {
        String last = name.substring(Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')) + 1);
        Aff4Stream stream = streams.get(name);
        if (stream != null) {
            return new Source.Chunks(stream);
        }
        return switch (last) {
            case "Zero" -> new Source.Repeated("\0", false);
            case "UnknownData" -> new Source.Repeated("UNKNOWN", true);
            case "UnreadableData" -> new Source.Repeated("UNREADABLEDATA", true);
            default ->
                    last.matches("(SymbolicStream)?[0-9A-Fa-f]{2}")
                            ? new Source.Repeated(
                                    String.valueOf(
                                            (char)
                                                    Integer.parseInt(
                                                            last.substring(last.length() - 2), 16)),
                                    false)
                            : new Source.Missing(name);
        };
    }

    /** A stream that is the whole media by itself. */
    static Aff4Map of(Aff4Stream stream) {
        Source source = new Source.Chunks(stream);
        return new Aff4Map(List.of(new Extent(0, stream.size(), 0, source)), source, stream.size());
    }

    /** The map of that name; nothing where it is missing, overlaps or leads out of itself. */
    static Optional<Aff4Map> of(Aff4Volume volume, String name, Map<String, Aff4Stream> streams)
            throws IOException {
        Optional<Long> size = volume.number(name, "size");
        Optional<byte[]> points = volume.whole(name, "map");
        Optional<byte[]> names = volume.whole(name, "idx");
        if (size.isEmpty()
                || size.get() > EwfVolume.MEDIA_BYTES_MAX
                || points.isEmpty()
                || names.isEmpty()
                || points.get().length > ENTRIES_MAX * ENTRY_BYTES) {
            return Optional.empty();
        }
        List<Source> sources =
                new String(names.get(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> source(line.strip(), streams))
                        .toList();
        Source gap = source(volume.one(name, "mapGapDefaultStream").orElse("Zero"), streams);
        return extents(new Fields(points.get()), sources, size.get())
                .map(extents -> new Aff4Map(extents, gap, size.get()));
    }

    private static Optional<List<Extent>> extents(Fields points, List<Source> sources, long size) {
        List<Extent> extents = new ArrayList<>();
        for (int at = 0; at + ENTRY_BYTES <= points.length(); at += ENTRY_BYTES) {
            long target = points.word(at + 24);
            Extent extent =
                    new Extent(
                            points.wide(at),
                            points.wide(at + 8),
                            points.wide(at + 16),
                            target < sources.size()
                                    ? sources.get((int) target)
                                    : new Source.Missing("number " + target));
            if (extent.offset() > size
                    || extent.bytes() > size - extent.offset()
                    || extent.sourceOffset() > EwfVolume.MEDIA_BYTES_MAX) {
                return Optional.empty();
            }
            extents.add(extent);
        }
        extents.sort(Comparator.comparingLong(Extent::offset));
        for (int i = 1; i < extents.size(); i++) {
            if (extents.get(i).offset() < extents.get(i - 1).end()) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(extents));
    }

    /** What the acquiring tool could not or did not read, as far as it says so. */
    List<MediaRange> unread() {
        List<MediaRange> unread = new ArrayList<>();
        long reached = 0;
        for (Extent extent : extents) {
            unread(gap, reached, extent.offset(), unread);
            unread(extent.source(), extent.offset(), extent.end(), unread);
            reached = extent.end();
        }
        unread(gap, reached, size, unread);
        return unread;
    }

    private static void unread(Source source, long from, long to, List<MediaRange> unread) {
        if (from < to && source instanceof Source.Repeated repeated && repeated.unread()) {
            unread.add(new MediaRange(from, to - from));
        }
    }

    /** The piece that begins at this place: an extent's rest, or the gap before the next one. */
    Extent at(long offset) {
        int low = 0;
        int high = extents.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (extents.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == extents.size()) {
            return new Extent(offset, size - offset, offset, gap);
        }
        Extent next = extents.get(low);
        if (next.offset() > offset) {
            return new Extent(offset, next.offset() - offset, offset, gap);
        }
        long passed = offset - next.offset();
        return new Extent(
                offset, next.bytes() - passed, next.sourceOffset() + passed, next.source());
    }
}
