package az.qalxan.database;

/** A PostgreSQL server that Qalxan may use, with the sign-in of each of its three roles. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {

    /** The JDBC address of the database. */
    String jdbcUrl();

    /** Owns every schema and runs the migrations; never used to serve a request. */
    Credentials owner();

    /** Serves requests: no DDL, no bypass of row-level security. */
    Credentials application();

    /** Reads figures for statistics and nothing else. */
    Credentials reader();

    @Override
    void close();
}
