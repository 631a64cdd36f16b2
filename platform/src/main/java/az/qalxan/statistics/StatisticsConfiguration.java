package az.qalxan.statistics;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    @Bean
    Section statisticsSection() {
        return new Section(
                "picture", "nav.statistics", "/statistics", "statistics:read", "statistics", 300);
    }
}
