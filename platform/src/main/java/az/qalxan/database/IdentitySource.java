package az.qalxan.database;

/** Says on whose behalf the current thread acts when no identity was bound explicitly. */
@FunctionalInterface
public interface IdentitySource {

    TransactionIdentity current();
}
