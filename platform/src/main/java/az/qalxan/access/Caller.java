package az.qalxan.access;

import az.qalxan.database.TransactionIdentity;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Somebody who has signed in, or a body's program with a token.
 *
 * @param name the person's or program's name as colleagues see it
 * @param body for whom they act
 */
public record Caller(AccountId account, String name, BodyCode body, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** What the database is told about this caller. */
    public TransactionIdentity identity() {
        return new TransactionIdentity(account.toString(), body.value(), roleCodes(), "");
    }

    private String roleCodes() {
        return new TreeSet<>(roles).stream().map(Role::code).collect(Collectors.joining(","));
    }
}
