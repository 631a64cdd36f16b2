/**
 * Bytes of evidence at rest: received in resumable pieces, hashed in one pass, encrypted under keys
 * of their case, kept once within a case, read back only as they were. It promises that what it
 * acknowledged outlives a crash at any step, that damage is told with its range, and that a
 * destroyed key opens nothing any more. It never repairs, and knows nothing of what a file means.
 */
@NullMarked
package az.qalxan.engines.vault;

import org.jspecify.annotations.NullMarked;
