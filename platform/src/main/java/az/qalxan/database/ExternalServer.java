package az.qalxan.database;

/** A server that somebody else runs; its roles exist already (docs/operating/install.md). */
record ExternalServer(
        String jdbcUrl, Credentials owner, Credentials application, Credentials reader)
        implements DatabaseServer {

    @Override
    public void close() {
        // The server belongs to its operator.
    }
}
