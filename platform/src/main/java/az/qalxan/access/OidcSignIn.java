package az.qalxan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-in through an outside provider (OpenID Connect Core 1.0), for accounts that exist here and
 * were tied to the identity by an administrator. The provider says who somebody is; body and roles
 * come from the account alone.
 */
@Component
final class OidcSignIn {

    /** RFC 8176: the provider itself asked for more than one factor. */
    private static final String SEVERAL_FACTORS = "mfa";

    private static final String REFUSED = "/sign-in?problem=provider";

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final SignIn signIn;
    private final SignInSession session;

    OidcSignIn(
            ObjectProvider<ClientRegistrationRepository> registrations,
            SignIn signIn,
            SignInSession session) {
        this.registrations = registrations;
        this.signIn = signIn;
        this.session = session;
    }

    /** The providers to choose from on the sign-in page. */
    List<SignInPage.ProviderLink> links() {
        @Nullable ClientRegistrationRepository known = registrations.getIfAvailable();
        if (!(known instanceof Iterable<?> all)) {
            return List.of();
        }
        return StreamSupport.stream(all.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map(one ->
                        new SignInPage.ProviderLink(
                                one.getClientName(),
                                "/oauth2/authorization/" + one.getRegistrationId()))
                .toList();
    }

    void configure(HttpSecurity http) {
        http.oauth2Login(login ->
                login.loginPage("/sign-in")
                        .successHandler(this::arrived)
                        .failureHandler((request, response, why) -> refuse(request, response)));
    }

    private void arrived(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        Optional<Account> account =
                who.getPrincipal() instanceof OidcUser user ? account(user) : Optional.empty();
        if (account.isEmpty()) {
            refuse(request, response);
            return;
        }
        SignInSession.Exchange exchange = new SignInSession.Exchange(request, response);
        if (who.getPrincipal() instanceof OidcUser user && severalFactors(user)) {
            signIn.done(account.get(), Factor.PROVIDER, "");
            session.throughProvider(account.get(), exchange);
            response.sendRedirect("/");
        } else {
            session.half(account.get(), "/", exchange);
            response.sendRedirect("/sign-in/second-factor");
        }
    }

    private Optional<Account> account(OidcUser user) {
        @Nullable String subject = user.getSubject();
        return user.getIssuer() == null || subject == null
                ? Optional.empty()
                : signIn.provided(new OidcSubject(user.getIssuer().toString(), subject));
    }

    private static boolean severalFactors(OidcUser user) {
        @Nullable List<String> methods = user.getAuthenticationMethods();
        return methods != null && methods.contains(SEVERAL_FACTORS);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        signIn.refusedProvider();
        request.getSession().invalidate();
        SecurityContextHolder.clearContext();
        response.sendRedirect(REFUSED);
    }
}
