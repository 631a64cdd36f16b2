package az.qalxan.monitoring.criterion;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab among those of incidents. */
@Configuration(proxyBeanMethods = false)
class CriterionConfiguration {

    @Bean
    Tab criteriaTab() {
        return new Tab(
                "incidents", "incident.tab.criteria", "/incidents/criteria", "incident:read", 50);
    }
}
