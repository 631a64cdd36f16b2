@NullMarked
package az.qalxan.cooperation.paper;

import org.jspecify.annotations.NullMarked;
