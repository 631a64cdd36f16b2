/**
 * The papers that go to other states and come back: forms, their print, their signature, and the
 * reading of them.
 *
 * <p>Owns no table. Promises that the printed words, the structured data inside the file and the
 * signature over both are made from one form, and that a paper which it reads is judged before it
 * is believed.
 *
 * <p>Will never send anything, nor leave a paper unsigned or hide that its key is a trial key.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cooperation :: Paper",
        allowedDependencies = {"access", "database", "print", "web"})
package az.qalxan.cooperation.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
