package az.qalxan.access;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.stereotype.Component;

/** The headers that tell a browser what our pages never do. */
@Component
final class SecurityHeaders {

    private static final String NEVER_USED =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=(),"
                    + " publickey-credentials-get=(self), publickey-credentials-create=(self)";
    private static final int HSTS_SECONDS = 365 * 24 * 3600;
    private static final String FILES_KEPT = "public, max-age=300";

    private final String contentPolicy;

    SecurityHeaders(ObjectProvider<ClientRegistrationRepository> providers) {
        this.contentPolicy =
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'"
                        + origins(providers.getIfAvailable());
    }

    /** A browser applies form-action to where a form is redirected, so providers stand there. */
    private static String origins(@Nullable ClientRegistrationRepository providers) {
        if (!(providers instanceof Iterable<?> registrations)) {
            return "";
        }
        return StreamSupport.stream(registrations.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map(one -> java.net.URI.create(one.getProviderDetails().getAuthorizationUri()))
                .map(address -> " " + address.getScheme() + "://" + address.getAuthority())
                .distinct()
                .collect(Collectors.joining());
    }

    void forPages(HttpSecurity http) {
        http.headers(this::common);
    }

    /** Files carry no secret, so a browser may keep them for a while. */
    void forFiles(HttpSecurity http) {
        http.headers(headers -> {
            common(headers);
            headers.cacheControl(cache -> cache.disable());
            headers.addHeaderWriter(new StaticHeadersWriter("Cache-Control", FILES_KEPT));
        });
    }

    private void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NEVER_USED))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(HSTS_SECONDS));
    }
}
