package az.qalxan.strategy.indicator;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab among those of the strategy. */
@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    @Bean
    Tab indicatorsTab() {
        return new Tab(
                "strategy", "strategy.tab.indicators", "/strategy/indicators", "strategy:read", 60);
    }
}
