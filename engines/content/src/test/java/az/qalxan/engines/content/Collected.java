package az.qalxan.engines.content;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps all that a reading says. */
final class Collected implements ContentSink {

    static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    static final ContentLimits SMALL =
            new ContentLimits(
                    300,
                    5,
                    4 << 20,
                    16 << 20,
                    100,
                    200_000,
                    2_000_000,
                    20_000,
                    20,
                    Duration.ofSeconds(60),
                    128);

    final List<Part> parts = new ArrayList<>();
    final List<Moment> moments = new ArrayList<>();
    final Map<Integer, byte[]> thumbnails = new HashMap<>();

    static Collected read(byte[] bytes, String name) throws IOException {
        return read(bytes, name, SMALL);
    }

    /** Reads in this process, as tests of single readers do. */
    static Collected read(byte[] bytes, String name, ContentLimits limits) throws IOException {
        Collected collected = new Collected();
        new Reading(limits, BAKU, collected, Set.of()).file(Source.of(bytes), name);
        return collected;
    }

    @Override
    public void part(Part part) {
        parts.add(part);
    }

    @Override
    public void moment(Moment moment) {
        moments.add(moment);
    }

    @Override
    public void thumbnail(int number, byte[] jpeg) {
        thumbnails.put(number, jpeg);
    }

    Part root() {
        return parts.stream().filter(part -> part.number() == 0).findFirst().orElseThrow();
    }

    Part named(String end) {
        return parts.stream().filter(part -> part.path().endsWith(end)).findFirst().orElseThrow();
    }
}
