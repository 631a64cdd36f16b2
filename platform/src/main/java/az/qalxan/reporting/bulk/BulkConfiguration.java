package az.qalxan.reporting.bulk;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    Section importsSection() {
        return new Section("work", "nav.imports", "/imports", "reporting:create", "download", 160);
    }
}
