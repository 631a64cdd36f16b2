package az.qalxan.access;

import java.util.List;

/**
 * The first page of sign-in.
 *
 * @param next where to go afterwards
 * @param problem message key of what went wrong; empty when nothing did
 */
record SignInPage(String next, String username, String problem, List<ProviderLink> providers) {

    SignInPage {
        providers = List.copyOf(providers);
    }

    /** An outside provider to sign in through. */
    record ProviderLink(String name, String path) {}
}
