package az.qalxan.access;

import java.time.Duration;
import java.util.Set;

/**
 * What an administrator says of a program that is to have a token.
 *
 * @param name 1 to 120 characters
 * @param lifetime how long the token holds, 1 to 730 days
 */
public record NewApiClient(String name, BodyCode body, Set<Role> roles, Duration lifetime) {

    static final int DAYS_MAX = 730;

    /**
     * @throws IllegalArgumentException when the name, the roles or the lifetime are out of range
     */
    public NewApiClient {
        name = name.strip();
        roles = Set.copyOf(roles);
        if (name.isEmpty() || name.length() > NewAccount.DISPLAY_NAME_CHARS_MAX) {
            throw new IllegalArgumentException("a program's name has 1 to 120 characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a program has at least one role");
        }
        if (lifetime.toDays() < 1 || lifetime.toDays() > DAYS_MAX) {
            throw new IllegalArgumentException("a token holds for 1 to 730 days");
        }
    }
}
