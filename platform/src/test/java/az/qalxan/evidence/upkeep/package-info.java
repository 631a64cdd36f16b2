@NullMarked
package az.qalxan.evidence.upkeep;

import org.jspecify.annotations.NullMarked;
