package az.qalxan.access;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A real OpenID Connect provider for tests: Spring's authorization server on a port of its own. */
final class OutsideProvider {

    static final String CLIENT = "qalxan";
    static final String SECRET = "test-only-secret";

    private OutsideProvider() {}

    /** Starts the provider; it learns the client's redirect address from a system of patterns. */
    static ConfigurableApplicationContext start(int platformPort) {
        return new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "spring.config.location=optional:classpath:/none/",
                        "server.servlet.session.cookie.name=PROVIDER",
                        "spring.main.banner-mode=off",
                        "test.redirect=http://localhost:"
                                + platformPort
                                + "/login/oauth2/code/test")
                .run();
    }

    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class
    })
    static class Server {

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    List.of("known", "known-mfa", "stranger").stream()
                            .map(name ->
                                    User.withUsername(name).password("{noop}p").roles("X").build())
                            .toList());
        }

        @Bean
        RegisteredClientRepository clients(org.springframework.core.env.Environment environment) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(environment.getRequiredProperty("test.redirect"))
                            .scope("openid")
                            .build());
        }

        @Bean
        com.nimbusds.jose.jwk.source.JWKSource<com.nimbusds.jose.proc.SecurityContext> keys()
                throws com.nimbusds.jose.JOSEException {
            return new com.nimbusds.jose.jwk.source.ImmutableJWKSet<>(
                    new com.nimbusds.jose.jwk.JWKSet(
                            new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048)
                                    .keyID("test")
                                    .generate()));
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JwtDecoder decoder(
                com.nimbusds.jose.jwk.source.JWKSource<com.nimbusds.jose.proc.SecurityContext>
                        keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        /** Says how somebody was authenticated, as RFC 8176 names it, and claims a role of ours. */
        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> methods() {
            return token -> {
                boolean several =
                        java.util.Objects.requireNonNull(
                                        token
                                                .<org.springframework.security.core.Authentication>
                                                        getPrincipal())
                                .getName()
                                .endsWith("-mfa");
                token.getClaims().claim("amr", several ? List.of("pwd", "mfa") : List.of("pwd"));
                token.getClaims().claim("roles", List.of("administrator"));
            };
        }
    }
}
