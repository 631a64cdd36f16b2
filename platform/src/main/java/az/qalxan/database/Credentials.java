package az.qalxan.database;

/** A database role's name and password; the password never appears in {@link #toString()}. */
record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
