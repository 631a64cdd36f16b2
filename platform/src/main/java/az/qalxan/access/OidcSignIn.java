package az.qalxan.access;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Sign-in through an outside provider (OpenID Connect Core 1.0), for accounts that exist here. */
@Component
final class OidcSignIn {

    private final ObjectProvider<ClientRegistrationRepository> registrations;

    OidcSignIn(ObjectProvider<ClientRegistrationRepository> registrations) {
        this.registrations = registrations;
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
        http.oauth2Login(login -> login.loginPage("/sign-in"));
    }
}
