package az.qalxan.scaleout;

import java.io.Serializable;

/**
 * Topics of Kafka that the job reads and writes.
 *
 * @param damaged what was no event, as it came, for repair
 */
record Topics(String events, String findings, String damaged) implements Serializable {}
