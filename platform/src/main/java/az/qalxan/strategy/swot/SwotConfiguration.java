package az.qalxan.strategy.swot;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab among the pages of the strategy. */
@Configuration(proxyBeanMethods = false)
class SwotConfiguration {

    @Bean
    Tab strategySwotTab() {
        return new Tab("strategy", "strategy.tab.swot", "/strategy/swot", "strategy:read", 85);
    }
}
