package az.qalxan.deconfliction;

import az.qalxan.audit.AuditLog;
import java.util.regex.Pattern;

/**
 * Who is charged for a match: a person or a program of a body, or everything that reached the body
 * from outside.
 *
 * @param account an account's id; empty for the outside
 */
record Source(String account, String body) {

    private static final Pattern ACCOUNT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The outside of that body: the public form, the command line. */
    static Source outside(String body) {
        return new Source("", body);
    }

    /** The person or program that did something, or else the outside of the body that holds it. */
    static Source of(AuditLog.Doer doer, String holder) {
        return named(doer.account()) ? new Source(doer.account(), doer.body()) : outside(holder);
    }

    /** Whether that is a person or program, not a job or a visitor. */
    static boolean named(String account) {
        return ACCOUNT.matcher(account).matches();
    }

    boolean isOutside() {
        return account.isEmpty();
    }
}
