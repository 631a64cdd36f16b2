package az.qalxan.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * One rule of the access matrix: people of those bodies in that role hold the right on records up
 * to a marking.
 *
 * @param id the rule's name, stable over versions: lower-case letters, digits, hyphens, dots
 * @param reason why, in both languages
 */
record MatrixRule(
        String id,
        Role role,
        Right right,
        Reach reach,
        Handling ceiling,
        Bodies bodies,
        Reason reason) {

    static final int REASON_CHARS_MAX = 500;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    MatrixRule {
        checkId(id);
    }

    static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a rule's id: " + id);
        }
    }

    /** Why a rule stands, in both languages. */
    record Reason(String azerbaijani, String english) {

        Reason {
            azerbaijani = azerbaijani.strip();
            english = english.strip();
            if (azerbaijani.length() > REASON_CHARS_MAX || english.length() > REASON_CHARS_MAX) {
                throw new IllegalArgumentException("a reason has at most 500 characters");
            }
        }
    }

    /** Whether the rule speaks of a person of that body in one of those roles. */
    boolean speaksOf(BodyCode body, Set<Role> roles) {
        return roles.contains(role) && bodies.include(body);
    }

    /** A right on every body's records is one on one's own too. */
    boolean reaches(Reach wanted) {
        return reach == Reach.ANY || wanted == Reach.OWN;
    }
}
