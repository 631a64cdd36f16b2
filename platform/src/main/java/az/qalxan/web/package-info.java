/**
 * The shell that every page stands in: layout, languages, navigation, formats of numbers and dates,
 * problems as pages and as RFC 9457 answers, safe CSV.
 *
 * <p>Owns no table. Promises that every page speaks the reader's language and that no message tells
 * what its reader may not know. Will never hold a business rule.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package az.qalxan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
