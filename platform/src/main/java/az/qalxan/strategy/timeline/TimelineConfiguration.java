package az.qalxan.strategy.timeline;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page among those of the strategy. */
@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

    @Bean
    Tab timelineTab() {
        return new Tab(
                "strategy", "strategy.tab.timeline", "/strategy/timeline", "strategy:read", 20);
    }
}
