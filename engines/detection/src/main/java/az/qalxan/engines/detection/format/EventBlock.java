package az.qalxan.engines.detection.format;

import java.util.Arrays;

/**
 * Some events of a stream, one after another in bytes that are theirs.
 *
 * <p>The number of an event is that of the line on which it begins, from 1; of JSON objects that
 * are not written one a line it is the object's own.
 */
public final class EventBlock {

    private final EventFormat format;
    private byte[] bytes = {};
    private int[] from = new int[64];
    private int[] until = new int[64];
    private long[] number = new long[64];
    private String[] problem = new String[0];
    private int count;

    EventBlock(EventFormat format) {
        this.format = format;
    }

    void add(int begin, int end, long itsNumber) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            until = Arrays.copyOf(until, 2 * count);
            number = Arrays.copyOf(number, 2 * count);
        }
        from[count] = begin;
        until[count] = end;
        number[count++] = itsNumber;
    }

    /** Says of the event added last that it is none, whatever its bytes are. */
    void bad(String why) {
        problem = Arrays.copyOf(problem, count);
        problem[count - 1] = why;
    }

    void are(byte[] all) {
        bytes = all;
    }

    /** Keeps a part of the bytes, within which all events added are. */
    void areOf(byte[] all, int begin, int end) {
        bytes = Arrays.copyOfRange(all, begin, end);
        for (int i = 0; i < count; i++) {
            from[i] -= begin;
            until[i] -= begin;
        }
    }

    public EventFormat format() {
        return format;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int count() {
        return count;
    }

    public int from(int event) {
        return from[event];
    }

    public int until(int event) {
        return until[event];
    }

    public long number(int event) {
        return number[event];
    }

    /** Why it is clear already that this is no event; empty where it may be one. */
    public String problem(int event) {
        return event < problem.length && problem[event] != null ? problem[event] : "";
    }
}
