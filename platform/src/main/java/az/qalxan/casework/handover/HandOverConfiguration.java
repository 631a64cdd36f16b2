package az.qalxan.casework.handover;

import az.qalxan.casework.CaseTab;
import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation and its page of a case. */
@Configuration(proxyBeanMethods = false)
class HandOverConfiguration {

    @Bean
    Section handOverSection() {
        return new Section("work", "nav.hand-overs", "/hand-overs", "casework:read", "arrow", 135);
    }

    @Bean
    CaseTab handOverTab() {
        return new CaseTab("hand-over", "/hand-over", "casework:read", 60);
    }
}
