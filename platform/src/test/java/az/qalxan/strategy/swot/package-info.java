/** Tests of the SWOT picture. */
@NullMarked
package az.qalxan.strategy.swot;

import org.jspecify.annotations.NullMarked;
