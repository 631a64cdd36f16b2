package az.qalxan.access;

/**
 * The page that asks for the second factor.
 *
 * @param problem message key of what went wrong; empty when nothing did
 * @param demoCode the current code, in demo mode alone; else empty
 */
record SecondFactorPage(String username, String problem, String demoCode, boolean passkey) {}
