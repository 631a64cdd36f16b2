/** CASE and UCO graphs: validation against the published shapes, and the writing of our own. */
@NullMarked
package az.qalxan.engines.caseontology;

import org.jspecify.annotations.NullMarked;
