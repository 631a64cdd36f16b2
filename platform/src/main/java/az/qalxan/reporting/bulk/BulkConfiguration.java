package az.qalxan.reporting.bulk;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** This module's place in the navigation, and its jobs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class BulkConfiguration {

    @Bean
    Section importsSection() {
        return new Section("work", "nav.imports", "/imports", "reporting:create", "download", 160);
    }
}
