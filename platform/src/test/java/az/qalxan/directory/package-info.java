@NullMarked
package az.qalxan.directory;

import org.jspecify.annotations.NullMarked;
