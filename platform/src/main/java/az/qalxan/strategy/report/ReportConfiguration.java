package az.qalxan.strategy.report;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page among those of the strategy. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    Tab reportTab() {
        return new Tab(
                "strategy", "strategy.tab.reports", "/strategy/reports", "strategy:read", 80);
    }
}
