package az.qalxan.audit;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    Section journalSection() {
        return new Section("oversight", "audit.title", "/journal", "audit:read", "journal", 800);
    }
}
