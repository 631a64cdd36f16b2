package az.qalxan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Which parts of a request are measured: the request, not each security filter it passes. */
@Configuration(proxyBeanMethods = false)
class WebObservations {

    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
