@NullMarked
package az.qalxan.reporting.bulk;

import org.jspecify.annotations.NullMarked;
