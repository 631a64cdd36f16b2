package az.qalxan.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller of the current thread. */
@Component
public final class CurrentCaller {

    CurrentCaller() {}

    /** The caller, or empty for a visitor. */
    public Optional<Caller> get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof HasCaller holder
                ? Optional.of(holder.caller())
                : Optional.empty();
    }

    /**
     * The caller of an endpoint that needs a right.
     *
     * @throws IllegalStateException when nobody has signed in: the endpoint lacks its declaration
     */
    public Caller require() {
        return get().orElseThrow(() -> new IllegalStateException("no caller has signed in"));
    }
}
