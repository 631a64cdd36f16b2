package az.qalxan.casework.law;

import az.qalxan.casework.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page of a case. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    CaseTab qualificationTab() {
        return new CaseTab("qualification", "/qualification", "casework:read", 40);
    }
}
