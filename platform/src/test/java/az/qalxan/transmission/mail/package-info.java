@NullMarked
package az.qalxan.transmission.mail;

import org.jspecify.annotations.NullMarked;
