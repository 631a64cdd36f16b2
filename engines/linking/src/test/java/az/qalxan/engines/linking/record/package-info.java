/** Tests of record linkage. */
@NullMarked
package az.qalxan.engines.linking.record;

import org.jspecify.annotations.NullMarked;
