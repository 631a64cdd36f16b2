package az.qalxan.access;

/**
 * The page that enrols an authenticator app.
 *
 * @param secret the secret in base 32, to type by hand
 * @param uri the same as a link for the app
 * @param path where the form goes; its picture lies below
 * @param problem message key of what went wrong; empty when nothing did
 */
record EnrolPage(String username, String secret, String uri, String path, String problem) {

    /** The secret in groups of four, as people read it. */
    String groups() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
