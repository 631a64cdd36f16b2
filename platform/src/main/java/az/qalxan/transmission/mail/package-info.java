/**
 * Secure e-mail: S/MIME and OpenPGP through a real mail server, out and in.
 *
 * <p>Owns the tables {@code transmission.mail_out}, {@code mail_out_file} and {@code mail_in}.
 * Promises that what a marking keeps closed goes encrypted or not at all, that a mail which cannot
 * be read is kept as it came with the place where reading ended, and that each takes effect once.
 * Will never call a mail verified by a key that two people did not put in force.
 */
@NullMarked
@ApplicationModule(
        displayName = "Transmission :: Mail",
        allowedDependencies = {"transmission", "database", "web", "audit", "access"})
package az.qalxan.transmission.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
