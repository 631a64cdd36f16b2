package az.qalxan.casework.sight;

import az.qalxan.casework.CaseTab;
import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation and its page of a case. */
@Configuration(proxyBeanMethods = false)
class SightConfiguration {

    @Bean
    Section breakGlassSection() {
        return new Section("work", "nav.break-glass", "/break-glass", "casework:read", "key", 140);
    }

    @Bean
    Section alarmsSection() {
        return new Section("oversight", "nav.alarms", "/alarms", "audit:read", "warn", 790);
    }

    @Bean
    CaseTab accessTab() {
        return new CaseTab("access", "/access", "casework:read", 50);
    }
}
