/**
 * The channel to operators: who they are, what they are asked, what they answer and how soon.
 *
 * <p>Owns the schema {@code operators}: the register of operators and providers with their
 * responsible persons, orders to them in the states of ETSI TS 103 120, their answers and files,
 * and every ETSI message as it came. Promises that an operator sees approved orders addressed to it
 * and nothing of the case, its people or other operators, that no order goes out without the
 * approvals that the pack asks for, and that an answer's files keep their digest. Will never carry
 * an interception, nor tell an operator whose order it does not see that it exists.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "audit",
            "jurisdiction",
            "law",
            "access",
            "directory",
            "reporting",
            "casework"
        })
package az.qalxan.operators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
