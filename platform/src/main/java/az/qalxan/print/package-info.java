/**
 * Prints HTML as an archivable, tagged PDF file and signs it, for every module that makes papers.
 *
 * <p>Owns no table; the signing key lies in the data folder or where the configuration says.
 * Promises PDF/A-3a and PDF/UA-1 from what stands on the class path alone, and that nothing is
 * signed by a key outside its term.
 *
 * <p>Will never fetch anything while it prints, nor hide that its key is a trial key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "web"})
package az.qalxan.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
