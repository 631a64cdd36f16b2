@NullMarked
package az.qalxan.command;

import org.jspecify.annotations.NullMarked;
