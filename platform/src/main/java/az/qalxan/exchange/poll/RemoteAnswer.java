package az.qalxan.exchange.poll;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param first the value of X-TAXII-Date-Added-First; empty without it
 * @param last that of X-TAXII-Date-Added-Last
 * @param date that of Date
 * @param retryAfter that of Retry-After
 * @param whole false when the body was longer than is read
 */
record RemoteAnswer(
        int status,
        byte[] body,
        boolean whole,
        String first,
        String last,
        String date,
        String retryAfter) {

    boolean good() {
        return status == 200;
    }

    Optional<Instant> firstAdded() {
        return ServerMoment.read(first);
    }

    Optional<Instant> lastAdded() {
        return ServerMoment.read(last);
    }
}
