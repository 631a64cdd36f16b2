package az.qalxan.access;

import java.util.Set;

/**
 * A person's account as colleagues and administrators see it.
 *
 * @param active whether the person may sign in
 */
public record Account(
        AccountId id,
        UserName username,
        String displayName,
        BodyCode body,
        Set<Role> roles,
        boolean active) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** This person as a caller. */
    Caller caller() {
        return new Caller(id, displayName, body, roles);
    }
}
