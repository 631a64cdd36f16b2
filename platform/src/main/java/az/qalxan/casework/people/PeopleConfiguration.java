package az.qalxan.casework.people;

import az.qalxan.casework.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page of a case. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    CaseTab partiesTab() {
        return new CaseTab("parties", "/parties", "casework:update", 30);
    }
}
