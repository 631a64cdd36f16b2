/**
 * Files that are known beforehand, such as those of an operating system: exact sets of digests with
 * their origin and licence, and Bloom filters. It promises that only an exact set can say that a
 * file is known; a filter alone says "perhaps", which has no way to hide a file. It never says that
 * a file is harmless.
 */
@NullMarked
package az.qalxan.engines.knownfiles;

import org.jspecify.annotations.NullMarked;
