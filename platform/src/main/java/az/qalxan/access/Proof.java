package az.qalxan.access;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Spring Security's view of a principal and the factors that were given for it. */
final class Proof extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Principal principal;

    private Proof(Principal principal, Set<Factor> factors, Instant at) {
        super(authorities(factors, at).toList());
        this.principal = principal;
        setAuthenticated(true);
    }

    static Proof of(Principal principal, Set<Factor> factors, Instant at) {
        return new Proof(principal, factors, at);
    }

    private static Stream<GrantedAuthority> authorities(Set<Factor> factors, Instant at) {
        return factors.stream()
                .map(factor ->
                        FactorGrantedAuthority.withAuthority(factor.authority())
                                .issuedAt(at)
                                .build());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Principal getPrincipal() {
        return principal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Proof proof
                && super.equals(other)
                && principal.equals(proof.principal);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + principal.hashCode();
    }
}
