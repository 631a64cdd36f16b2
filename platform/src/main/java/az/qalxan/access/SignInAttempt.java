package az.qalxan.access;

/**
 * What somebody typed on the sign-in page.
 *
 * @param device the nonce of a browser that the account has used before; empty for any other
 */
record SignInAttempt(String username, String password, String device) {

    @Override
    public String toString() {
        return "SignInAttempt[" + username + "]";
    }
}
