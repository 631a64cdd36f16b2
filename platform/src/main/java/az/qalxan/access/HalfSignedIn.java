package az.qalxan.access;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * Somebody who has given the right password and nothing more. Not a {@link HasCaller}: for every
 * module this is still a visitor.
 *
 * @param account whose password it was
 * @param next where the person wanted to go
 */
record HalfSignedIn(AccountId account, UserName username, String next)
        implements Principal, Serializable {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return username.value();
    }
}
