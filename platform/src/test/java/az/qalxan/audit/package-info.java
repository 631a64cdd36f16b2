@NullMarked
package az.qalxan.audit;

import org.jspecify.annotations.NullMarked;
