package az.qalxan.strategy.progress;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place among the tabs of the strategy. */
@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    @Bean
    Tab strategyProgressTab() {
        return new Tab(
                "strategy", "strategy.tab.progress", "/strategy/progress", "strategy:read", 20);
    }
}
