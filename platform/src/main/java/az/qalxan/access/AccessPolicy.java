package az.qalxan.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first line of defence: decides by the matrix in force; the second is row-level security. */
@Component
public class AccessPolicy {

    private final AtomicReference<Matrix> inForce = new AtomicReference<>(Matrix.EMPTY);

    AccessPolicy() {}

    /** Whether the caller holds the right on any record at all. */
    public boolean permits(Caller caller, Right right) {
        return ceiling(caller, right, Reach.OWN).isPresent();
    }

    /** Whether the caller holds the right on a record of that body with that marking. */
    public boolean permits(Caller caller, Right right, BodyCode owner, Handling handling) {
        Reach reach = owner.equals(caller.body()) ? Reach.OWN : Reach.ANY;
        return ceiling(caller, right, reach)
                .filter(top -> handling.compareTo(top) <= 0)
                .isPresent();
    }

    /**
     * The narrowest marking up to which the caller holds the right; empty without the right. What
     * reaches every body's records reaches one's own too.
     */
    public Optional<Handling> ceiling(Caller caller, Right right, Reach reach) {
        return matrix().ceiling(caller.body(), caller.roles(), right, reach);
    }

    /** Who may read a record of that module and body with that marking, and by which rule. */
    public List<Reader> readers(GuardedModule module, BodyCode owner, Handling handling) {
        return matrix().opening(new Right(module, Verb.READ), handling).stream()
                .flatMap(rule -> readers(rule, owner))
                .toList();
    }

    private static Stream<Reader> readers(MatrixRule rule, BodyCode owner) {
        if (rule.reach() == Reach.OWN) {
            return rule.bodies().include(owner) ? Stream.of(reader(rule, owner)) : Stream.empty();
        }
        return rule.bodies().every()
                ? Stream.of(reader(rule, null))
                : rule.bodies().listed().stream().map(body -> reader(rule, body));
    }

    private static Reader reader(MatrixRule rule, @Nullable BodyCode body) {
        return new Reader(
                body, rule.role(), rule.id(), rule.reason().azerbaijani(), rule.reason().english());
    }

    /** The rules in force. */
    Matrix matrix() {
        return inForce.get();
    }

    void putInForce(Matrix matrix) {
        inForce.set(matrix);
    }
}
