package az.qalxan.exchange.taxii;

import az.qalxan.exchange.EnvelopeReader;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets in no more envelopes at once than memory holds, and of one sender no more than half of that:
 * whoever sends many large ones, or one very slowly, keeps nobody else out.
 */
@Component
final class EnvelopeGate {

    /** Bytes of envelopes that are read at the same time: read, they take some ten times that. */
    static final long BYTES_MAX = 2L * EnvelopeReader.BYTES_MAX;

    private static final long BYTES_OF_ONE_MAX = BYTES_MAX / 2;

    private final Map<String, Long> inside = new HashMap<>();
    private long bytes;

    /** A place inside; given back when it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets an envelope in.
     *
     * @param length in bytes; negative where the sender does not say
     * @throws TaxiiFault 503 when there is no room now
     */
    Place enter(String sender, long length) {
        long most = EnvelopeReader.BYTES_MAX;
        long asked = length < 0 || length > most ? most : length;
        if (!take(sender, asked)) {
            throw TaxiiFault.busy();
        }
        return () -> leave(sender, asked);
    }

    private synchronized boolean take(String sender, long asked) {
        long own = inside.getOrDefault(sender, 0L) + asked;
        if (own > BYTES_OF_ONE_MAX || bytes + asked > BYTES_MAX) {
            return false;
        }
        inside.put(sender, own);
        bytes += asked;
        return true;
    }

    private synchronized void leave(String sender, long asked) {
        bytes -= asked;
        inside.computeIfPresent(sender, (_, own) -> own == asked ? null : own - asked);
    }

    /** Senders that are inside. */
    synchronized int senders() {
        return inside.size();
    }
}
