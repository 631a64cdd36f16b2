package az.qalxan.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one version of the access matrix, ready to decide. */
final class Matrix {

    /** Nothing is allowed to anybody. */
    static final Matrix EMPTY = new Matrix(List.of());

    private final List<MatrixRule> rules;
    private final Map<Right, List<MatrixRule>> byRight = new HashMap<>();

    Matrix(List<MatrixRule> rules) {
        this.rules = List.copyOf(rules);
        for (MatrixRule rule : this.rules) {
            byRight.merge(rule.right(), List.of(rule), Matrix::joined);
        }
    }

    private static List<MatrixRule> joined(List<MatrixRule> before, List<MatrixRule> more) {
        return java.util.stream.Stream.concat(before.stream(), more.stream()).toList();
    }

    List<MatrixRule> rules() {
        return rules;
    }

    /** The narrowest marking up to which such a person holds the right. */
    Optional<Handling> ceiling(BodyCode body, Set<Role> roles, Right right, Reach reach) {
        return byRight.getOrDefault(right, List.of()).stream()
                .filter(rule -> rule.speaksOf(body, roles) && rule.reaches(reach))
                .map(MatrixRule::ceiling)
                .max(Comparator.naturalOrder());
    }

    /** The rules by which a record of that body with that marking is open for that right. */
    List<MatrixRule> opening(Right right, Handling handling) {
        return byRight.getOrDefault(right, List.of()).stream()
                .filter(rule -> handling.compareTo(rule.ceiling()) <= 0)
                .toList();
    }
}
