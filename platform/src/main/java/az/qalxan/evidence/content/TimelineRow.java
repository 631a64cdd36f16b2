package az.qalxan.evidence.content;

import az.qalxan.engines.content.Moment;
import az.qalxan.engines.content.MomentKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A moment of a case.
 *
 * @param place the exhibit's number within its case
 * @param path names from the exhibit's file to the part that says it
 */
record TimelineRow(
        long sequence,
        Instant at,
        boolean zoneAssumed,
        String kind,
        String source,
        String message,
        String user,
        String host,
        UUID exhibit,
        String place,
        int part,
        String path) {

    Moment moment() {
        return new Moment(at, zoneAssumed, MomentKind.of(kind), source, message, user, host, part);
    }

    String partAt() {
        return "/evidence/exhibits/" + exhibit + "/content/" + part;
    }

    /** Its place among all, for the next page. */
    String mark() {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 + "." + sequence;
    }
}
