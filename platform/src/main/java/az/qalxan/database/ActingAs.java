package az.qalxan.database;

import java.lang.ScopedValue.CallableOp;

/**
 * Binds an identity to a piece of work; every transaction that starts within carries it, whatever
 * the thread's sign-in says.
 */
public final class ActingAs {

    private static final ScopedValue<TransactionIdentity> BOUND = ScopedValue.newInstance();

    private ActingAs() {}

    /** Runs the work as {@code identity} and returns its result. */
    public static <T, X extends Throwable> T call(
            TransactionIdentity identity, CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(BOUND, identity).<T, X>call(work);
    }

    /** Runs the work as {@code identity}. */
    public static void run(TransactionIdentity identity, Runnable work) {
        ScopedValue.where(BOUND, identity).run(work);
    }

    static TransactionIdentity boundOr(IdentitySource source) {
        return BOUND.isBound() ? BOUND.get() : source.current();
    }
}
