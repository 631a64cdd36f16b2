/** Tests of the duty roster and of hand-over notes. */
@NullMarked
package az.qalxan.cooperation.roster;

import org.jspecify.annotations.NullMarked;
