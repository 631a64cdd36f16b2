package az.qalxan.statistics.measure;

import az.qalxan.casework.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page of a case. */
@Configuration(proxyBeanMethods = false)
class MeasureConfiguration {

    @Bean
    CaseTab measureTab() {
        return new CaseTab("measure", "/measure", "casework:read", 75);
    }
}
