@NullMarked
package az.qalxan.engines.threatintel.cap;

import org.jspecify.annotations.NullMarked;
