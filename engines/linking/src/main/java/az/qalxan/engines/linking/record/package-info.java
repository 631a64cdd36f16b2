/**
 * Owns record linkage: which rows of a table speak of the same person, learnt from the table alone
 * after Fellegi and Sunter. Promises the same clusters for the same rows in any order, bounded work
 * for any table within the stated limits, and an estimate of its own error. Will never look at a
 * column that the schema does not name, and never changes or merges a row.
 */
@NullMarked
package az.qalxan.engines.linking.record;

import org.jspecify.annotations.NullMarked;
