package az.qalxan.casework;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseworkConfiguration {

    @Bean
    Section triageSection() {
        return new Section("work", "nav.triage", "/triage", "reporting:read", "report", 110);
    }

    @Bean
    Section casesSection() {
        return new Section("work", "nav.cases", "/cases", "casework:read", "case", 120);
    }

    @Bean
    Section tasksSection() {
        return new Section("work", "nav.tasks", "/tasks", "casework:read", "task", 130);
    }
}
