package az.qalxan.exchange.notice;

import java.time.Instant;

/**
 * Something that a feed saw once, in our words.
 *
 * @param line where it stands in what the feed handed over
 * @param type of the reference taxonomy (RSIT)
 * @param identifier what exactly, for example a family of malware; may be empty
 * @param evidence what the feed said, as fields
 */
record Occurrence(
        int line, Instant at, Where where, String type, String identifier, String evidence) {}
