package az.qalxan.strategy.ranking;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab within the strategy. */
@Configuration(proxyBeanMethods = false)
class RankingConfiguration {

    @Bean
    Tab strategyRankingsTab() {
        return new Tab(
                "strategy", "strategy.tab.rankings", "/strategy/rankings", "strategy:read", 75);
    }
}
