package az.qalxan.cooperation;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class CooperationConfiguration {

    @Bean
    Section dutySection() {
        return new Section("work", "nav.duty", "/duty", "cooperation:read", "globe", 120);
    }
}
