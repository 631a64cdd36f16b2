package az.qalxan.engines.image;

import java.util.Optional;

/** How the chunks of an AFF4 stream are packed. */
enum Aff4Packing {
    NONE,
    DEFLATE,
    ZLIB,
    SNAPPY,
    LZ4;

    /** By the name that the stream gives it; nothing for one that is not known here. */
    static Optional<Aff4Packing> of(String method) {
        if (method.isEmpty() || method.endsWith("NullCompressor")) {
            return Optional.of(NONE);
        }
        if (method.contains("rfc1951")) {
            return Optional.of(DEFLATE);
        }
        if (method.contains("rfc1950")) {
            return Optional.of(ZLIB);
        }
        if (method.contains("snappy")) {
            return Optional.of(SNAPPY);
        }
        return method.contains("lz4") ? Optional.of(LZ4) : Optional.empty();
    }

    /** Unpacks one chunk; -1 where it is damaged or larger than the room. */
    int unpack(Slice packed, Room into, Inflation inflation) {
        return switch (this) {
            case NONE -> -1;
            case DEFLATE -> {
                int got = inflation.bare(packed, into);
                yield got >= 0 ? got : inflation.inflate(packed, into);
            }
            case ZLIB -> inflation.inflate(packed, into);
            case SNAPPY -> Snappy.unpack(packed, into);
            case LZ4 -> Lz4.unpack(packed, into);
        };
    }
}
