@NullMarked
package az.qalxan.cooperation.conversation;

import org.jspecify.annotations.NullMarked;
