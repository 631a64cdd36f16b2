package az.qalxan.database;

import java.util.List;

/**
 * The words before a PostgreSQL program that let root start it.
 *
 * <p>PostgreSQL refuses user id 0. In a user namespace without a mapping the process is still the
 * owner of root's files for the kernel, but {@code geteuid()} is the overflow id, so the check
 * passes.
 */
final class RootPrefix {

    private RootPrefix() {}

    static List<String> words() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "-U")
                : List.of();
    }
}
