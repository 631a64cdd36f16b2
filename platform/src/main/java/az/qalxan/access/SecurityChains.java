package az.qalxan.access;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.cors.CorsUtils;

/**
 * The four chains a request can meet: files, machine room, programs' interface, pages. They prove
 * who calls; what a caller may do is decided behind them by {@link RightsInterceptor}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String[] FILES = {"/qalxan/**", "/webjars/**", "/favicon.ico"};
    private static final String[] PROGRAMS = {
        "/api/**", "/taxii2", "/taxii2/**", "/misp/**", "/v3/api-docs", "/v3/api-docs/**"
    };
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    /** What a person with only a password given may reach. */
    private static final String[] HALF_WAY = {"/sign-in", "/sign-in/**", "/sign-out", "/error"};

    private final SecurityHeaders headers;
    private final Refusals refusals;

    SecurityChains(SecurityHeaders headers, Refusals refusals) {
        this.headers = headers;
        this.refusals = refusals;
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        stateless(http.securityMatcher(FILES));
        headers.forFiles(http);
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain machineRoom(HttpSecurity http) {
        stateless(http.securityMatcher("/actuator/**"));
        headers.forPages(http);
        http.exceptionHandling(stopped ->
                stopped.accessDeniedHandler(refusals).authenticationEntryPoint(refusals));
        return http.authorizeHttpRequests(all ->
                        all.requestMatchers("/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/prometheus")
                                .access((who, where) -> fromThisMachine(where))
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** A proxy on this machine calls from loopback too, but says for whom. */
    private static AuthorizationDecision fromThisMachine(RequestAuthorizationContext where) {
        HttpServletRequest request = where.getRequest();
        boolean forSomebodyElse =
                request.getHeader("X-Forwarded-For") != null
                        || request.getHeader("Forwarded") != null;
        return new AuthorizationDecision(
                LOOPBACK.contains(request.getRemoteAddr()) && !forSomebodyElse);
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http, BearerFilter bearer) {
        stateless(http.securityMatcher(PROGRAMS));
        headers.forPages(http);
        http.addFilterBefore(bearer, AnonymousAuthenticationFilter.class);
        return http.authorizeHttpRequests(all ->
                        all.requestMatchers(CorsUtils::isPreFlightRequest)
                                .denyAll()
                                .anyRequest()
                                .permitAll())
                .exceptionHandling(stopped ->
                        stopped.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http, PageParts parts, ObjectProvider<ClientRegistrationRepository> oidc) {
        headers.forPages(http);
        http.securityContext(context -> context.securityContextRepository(parts.contexts()))
                .sessionManagement(
                        session -> session.sessionAuthenticationStrategy(parts.renewal()))
                .csrf(csrf -> csrf.csrfTokenRepository(parts.csrfTokens()))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(out -> out.disable())
                .anonymous(withDefaults())
                .addFilterBefore(
                        new SessionLimitFilter(parts.clock(), parts.settings().sessionMax()),
                        SecurityContextHolderFilter.class)
                .exceptionHandling(stopped ->
                        stopped.accessDeniedHandler(refusals).authenticationEntryPoint(refusals));
        if (oidc.getIfAvailable() != null) {
            parts.provider().configure(http);
        }
        return http.authorizeHttpRequests(all ->
                        all.requestMatchers(HALF_WAY)
                                .permitAll()
                                .anyRequest()
                                .access((who, where) -> notHalfWay()))
                .build();
    }

    private static AuthorizationDecision notHalfWay() {
        return new AuthorizationDecision(SignInSession.pending().isEmpty());
    }

    private static void stateless(HttpSecurity http) {
        http.csrf(csrf -> csrf.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(out -> out.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
