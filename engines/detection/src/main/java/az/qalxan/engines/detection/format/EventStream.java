package az.qalxan.engines.detection.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what is read into events, in blocks that can be judged apart. Nothing is dropped: what is no
 * event is in a block like one, for whoever judges it to find out.
 */
public final class EventStream {

    /** An event that is longer is none. */
    public static final int EVENT_BYTES_MAX = 16 << 20;

    private static final int BLOCK_BYTES = 1 << 20;

    /** How much of one that is too long is kept. */
    private static final int KEPT_BYTES = 1 << 16;

    private final InputStream in;
    private final EventFormat wanted;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int from;
    private int seen;
    private int filled;
    private long looked;
    private long moved;
    private boolean ended;
    private boolean skipping;
    private @Nullable Cutter cutter;

    /**
     * @param format of the events; {@link Formats#AUTO} where their bytes are to tell it
     */
    public EventStream(EventFormat format, InputStream in) {
        this.in = in;
        wanted = format;
    }

    /**
     * The next events; null where there are none any more. Waits for no more than it needs, so that
     * events of a stream that goes on are given soon.
     */
    public @Nullable EventBlock next() throws IOException {
        while (true) {
            if (cutter == null || seen == filled) {
                fill();
            }
            if (skipping) {
                skip();
                continue;
            }
            if (ended && filled == 0 && cutter == null) {
                return null;
            }
            if (cutter == null && !ended && !Cutting.canChoose(buffer, filled)) {
                continue;
            }
            if (cutter == null) {
                cutter = Cutting.cutter(wanted, buffer, filled);
            }
            EventBlock block = new EventBlock(cutter.format());
            boolean used = cut(cutter, block);
            if (block.count() > 0) {
                return block;
            }
            if (ended && !used) {
                return null;
            }
            if (!used && filled - from == buffer.length) {
                if (filled >= EVENT_BYTES_MAX) {
                    return tooLong(cutter);
                }
                buffer = Arrays.copyOf(buffer, 2 * filled);
                moved += filled;
            }
        }
    }

    /** How many bytes cutters looked at, those that they looked at again counted again. */
    long looked() {
        return looked;
    }

    /** How many bytes were moved to make room for others. */
    long moved() {
        return moved;
    }

    private boolean cut(Cutter by, EventBlock block) {
        looked += filled - seen;
        int at = by.cut(new Held(buffer, from, seen, filled, ended), block);
        boolean used = at > from;
        from = at;
        seen = used ? at : filled;
        return used;
    }

    /** Waits for some bytes, and takes what more there is without waiting. */
    private void fill() throws IOException {
        do {
            if (from == filled || filled == buffer.length) {
                toFront();
            }
            if (ended || filled == buffer.length) {
                return;
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
        } while (in.available() > 0);
    }

    private void toFront() {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            moved += filled - from;
            filled -= from;
            seen -= from;
            from = 0;
        }
    }

    /** The beginning of an event that is too long; the rest of its line is passed over. */
    private EventBlock tooLong(Cutter by) {
        EventBlock block = new EventBlock(by.format());
        block.are(Arrays.copyOf(buffer, KEPT_BYTES));
        block.add(0, KEPT_BYTES, by.skip());
        block.bad("it is longer than " + EVENT_BYTES_MAX + " bytes");
        skipping = true;
        buffer = new byte[BLOCK_BYTES];
        filled = 0;
        seen = 0;
        return block;
    }

    private void skip() {
        int end = from;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        skipping = end == filled && !ended;
        from = Math.min(end + 1, filled);
        seen = from;
    }
}
