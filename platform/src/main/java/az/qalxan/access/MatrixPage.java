package az.qalxan.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of the access matrix in force.
 *
 * @param rules those that the filter lets through
 * @param inForce null while no version is
 * @param proposal the version that waits for signatures; null when there is none
 */
record MatrixPage(
        List<MatrixRule> rules,
        MatrixFilter filter,
        List<String> bodies,
        @Nullable MatrixVersion inForce,
        @Nullable MatrixVersion proposal) {

    MatrixPage {
        rules = List.copyOf(rules);
        bodies = List.copyOf(bodies);
    }

    /** The roles that have a rule here. */
    List<Role> roles() {
        return rules.stream().map(MatrixRule::role).distinct().sorted().toList();
    }

    /** The modules that have a rule here. */
    List<GuardedModule> modules() {
        return rules.stream().map(rule -> rule.right().module()).distinct().sorted().toList();
    }

    /** The rights on a module that some rule here gives, as the table's columns. */
    List<Right> columns(GuardedModule module) {
        return rules.stream()
                .map(MatrixRule::right)
                .filter(right -> right.module() == module)
                .distinct()
                .sorted(Comparator.comparing(Right::verb))
                .toList();
    }

    /** The roles that have a rule on that module here. */
    List<Role> roles(GuardedModule module) {
        return rules.stream()
                .filter(rule -> rule.right().module() == module)
                .map(MatrixRule::role)
                .distinct()
                .sorted()
                .toList();
    }

    /** The widest rule of a cell; empty when the role has no such right. */
    Optional<MatrixRule> cell(Role role, Right right) {
        return rules.stream()
                .filter(rule -> rule.role() == role && rule.right().equals(right))
                .reduce((one, other) -> other.reach() == Reach.ANY ? other : one);
    }

    List<MatrixRule> of(Role role) {
        return rules.stream().filter(rule -> rule.role() == role).toList();
    }
}
