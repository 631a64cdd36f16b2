package az.qalxan.deconfliction;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class DeconflictionConfiguration {

    @Bean
    Section hitsSection() {
        return new Section("work", "nav.hits", "/hits", "deconfliction:read", "link", 140);
    }

    @Bean
    Section watchSection() {
        return new Section("work", "nav.watch", "/watch", "deconfliction:read", "search", 145);
    }
}
