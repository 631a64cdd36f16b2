package az.qalxan.deconfliction;

import java.time.Instant;
import java.util.UUID;

/** An entry of a watch list that has not ended, as the job that compares sees it. */
record LiveWatch(
        UUID id,
        String body,
        String account,
        String kind,
        String value,
        String linkKey,
        int handling,
        Instant until) {}
