package az.qalxan.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The first line of defence: decides by the matrix in force; the second is row-level security. */
@Component
public class AccessPolicy {

    private final JdbcClient jdbc;

    AccessPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the caller holds the right on any record at all. */
    public boolean permits(Caller caller, Right right) {
        return ceiling(caller, right, Reach.OWN).isPresent()
                || ceiling(caller, right, Reach.ANY).isPresent();
    }

    /** Whether the caller holds the right on a record of that body with that marking. */
    public boolean permits(Caller caller, Right right, BodyCode owner, Handling handling) {
        Optional<Handling> any = ceiling(caller, right, Reach.ANY);
        Optional<Handling> own =
                owner.equals(caller.body()) ? ceiling(caller, right, Reach.OWN) : Optional.empty();
        return covers(any, handling) || covers(own, handling);
    }

    private static boolean covers(Optional<Handling> ceiling, Handling handling) {
        return ceiling.isPresent() && handling.rank() <= ceiling.get().rank();
    }

    /** The narrowest marking up to which the caller holds the right; empty without the right. */
    public Optional<Handling> ceiling(Caller caller, Right right, Reach reach) {
        int rank =
                jdbc.sql("select access.ceiling_of(:body, :roles, :module, :verb, :reach)")
                        .param("body", caller.body().value())
                        .param("roles", caller.roles().stream().map(Role::code).toArray(String[]::new))
                        .param("module", right.module().code())
                        .param("verb", right.verb().code())
                        .param("reach", reach.code())
                        .query(Integer.class)
                        .single();
        return rank < 0 ? Optional.empty() : Optional.of(Handling.ofRank(rank));
    }
}
