/** Tests of the trail of money, freezes and returns. */
@NullMarked
package az.qalxan.assets;

import org.jspecify.annotations.NullMarked;
