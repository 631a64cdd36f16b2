package az.qalxan.access;

import java.util.Set;

/**
 * What an administrator says of a person who is to have an account.
 *
 * @param displayName 1 to 120 characters
 * @param roles at least one
 */
public record NewAccount(UserName username, String displayName, BodyCode body, Set<Role> roles) {

    static final int DISPLAY_NAME_CHARS_MAX = 120;

    /**
     * @throws IllegalArgumentException when the name is empty or too long or no role is given
     */
    public NewAccount {
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
        if (displayName.isEmpty() || displayName.length() > DISPLAY_NAME_CHARS_MAX) {
            throw new IllegalArgumentException("a display name has 1 to 120 characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account has at least one role");
        }
    }
}
