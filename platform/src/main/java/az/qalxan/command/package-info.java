/**
 * The command line {@code ./qalxan}: one class per command, built with picocli.
 *
 * <p>Owns no table. Promises documented exit codes and {@code --json} where a program would read
 * the answer. Will never hold a rule that the pages do not share.
 */
@NullMarked
@ApplicationModule
package az.qalxan.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
