/**
 * Detection on several machines: events out of Kafka, judged and correlated by the same engine as
 * in one process, findings back into Kafka, each exactly once (Apache Flink).
 *
 * <p>Owns: the job, how its state is kept, how a cluster is started from libraries alone. Promises:
 * the findings of the in-process host, whatever is killed. Will never: judge by other code than
 * {@code engines/detection}, or stand on the platform's class path.
 */
@NullMarked
package az.qalxan.scaleout;

import org.jspecify.annotations.NullMarked;
