/**
 * Reports by the public: the form, the receipt, the reporter's own view, and the hand-out of files.
 *
 * <p>Owns no table. Promises that one form makes one report however often it is sent, and that
 * nothing typed is kept on the server before it is sent. Will never tell whether a reference exists
 * to somebody without its secret.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reporting :: Form",
        allowedDependencies = {"reporting", "database", "web", "audit", "access", "jurisdiction"})
package az.qalxan.reporting.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
