package az.qalxan.engines.detection.correlation;

import java.util.UUID;

/**
 * Which event it was, in 128 bits that the host chooses: a line's number, or the event's UUID. Of
 * events at one instant the order is that of their references.
 */
public record EventRef(long high, long low) implements Comparable<EventRef> {

    public static EventRef of(long line) {
        return new EventRef(0, line);
    }

    public static EventRef of(UUID event) {
        return new EventRef(event.getMostSignificantBits(), event.getLeastSignificantBits());
    }

    public UUID uuid() {
        return new UUID(high, low);
    }

    @Override
    public int compareTo(EventRef other) {
        int compared = Long.compare(high, other.high);
        return compared == 0 ? Long.compare(low, other.low) : compared;
    }
}
