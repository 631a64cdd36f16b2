/**
 * One OpenSearch node from libraries alone, for tests.
 *
 * <p>Owns: the node's settings. Promises: it listens on this machine only, on a free port that it
 * prints. Will never: be part of the product.
 */
@NullMarked
package searchnode;

import org.jspecify.annotations.NullMarked;
