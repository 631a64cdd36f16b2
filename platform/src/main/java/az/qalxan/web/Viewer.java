package az.qalxan.web;

import java.util.function.Predicate;

/**
 * Who looks at a page.
 *
 * @param name the person's name; empty for a visitor
 * @param standing for whom and as what the person acts, for example "DİN · duty officer"
 * @param rights tells whether a right such as {@code casework:read} is held
 */
public record Viewer(String name, String standing, Predicate<String> rights) {

    /** Somebody who has not signed in. */
    public static final Viewer VISITOR = new Viewer("", "", right -> false);

    public boolean signedIn() {
        return !name.isEmpty();
    }

    public boolean may(String right) {
        return rights.test(right);
    }
}
