package az.qalxan.database;

/** Says that the database cannot be used, and what was tried; a defect of the installation. */
public final class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
