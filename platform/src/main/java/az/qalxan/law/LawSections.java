package az.qalxan.law;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class LawSections {

    @Bean
    Section lawSection() {
        return new Section("picture", "nav.law", "/law", "law:read", "law", 330);
    }
}
