@NullMarked
package az.qalxan.directory.contact;

import org.jspecify.annotations.NullMarked;
