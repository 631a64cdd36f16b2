package az.qalxan.access;

import az.qalxan.database.IdentitySource;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.web.Section;
import jakarta.servlet.SessionTrackingMode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the module's parts together. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    IdentitySource identitySource(CurrentCaller current) {
        return () -> current.get().map(Caller::identity).orElse(TransactionIdentity.NOBODY);
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** A new session id and a new CSRF token whenever somebody proves more than before. */
    @Bean
    SessionAuthenticationStrategy sessionRenewal(CsrfTokenRepository csrfTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(
                        new ChangeSessionIdAuthenticationStrategy(),
                        new CsrfAuthenticationStrategy(csrfTokens)));
    }

    @Bean
    PageParts pageParts(
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy renewal,
            CsrfTokenRepository csrfTokens,
            OidcSignIn provider,
            AccessSettings settings,
            Clock clock) {
        return new PageParts(contexts, renewal, csrfTokens, provider, settings, clock);
    }

    /** Keeps Spring Boot from inventing a user: our own pages do the signing in. */
    @Bean
    AuthenticationManager nobodyElse() {
        return attempt -> {
            throw new BadCredentialsException("sign-in goes through the module access");
        };
    }

    @Bean
    ServletContextInitializer sessionCookie(AccessSettings settings) {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setSecure(settings.https());
            if (settings.https()) {
                context.getSessionCookieConfig().setName("__Host-qalxan");
            }
        };
    }

    /** Redirects name a path alone, so that a forged Host header leads nobody astray. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> relativeRedirects() {
        return tomcat ->
                tomcat.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    }

    @Bean
    WebMvcConfigurer interceptors(RateInterceptor rate, RightsInterceptor rights) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(rate).order(0);
                registry.addInterceptor(rights).order(1);
            }
        };
    }

    @Bean
    Section matrixSection() {
        return new Section(
                "oversight", "access.nav.matrix", "/access/matrix", "access:read", "access", 810);
    }

    @Bean
    Section accountsSection() {
        return new Section(
                "oversight",
                "access.nav.accounts",
                "/access/accounts",
                "access:administer",
                "people",
                820);
    }

    @Bean
    Section clientsSection() {
        return new Section(
                "oversight",
                "access.nav.clients",
                "/access/clients",
                "access:administer",
                "key",
                830);
    }
}
