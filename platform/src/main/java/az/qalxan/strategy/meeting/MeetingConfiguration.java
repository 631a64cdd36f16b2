package az.qalxan.strategy.meeting;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab among the pages of the strategy. */
@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {

    @Bean
    Tab strategyMeetingsTab() {
        return new Tab(
                "strategy", "strategy.tab.meetings", "/strategy/meetings", "commission:read", 80);
    }
}
