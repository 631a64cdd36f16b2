package az.qalxan.strategy;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, and its tabs. */
@Configuration(proxyBeanMethods = false)
class StrategyConfiguration {

    static final String READ = "strategy:read";

    @Bean
    Section strategySection() {
        return new Section("picture", "nav.strategy", "/strategy", READ, "target", 305);
    }

    @Bean
    Tab strategyTreeTab() {
        return new Tab("strategy", "strategy.tab.tree", "/strategy", READ, 10);
    }

    @Bean
    Tab strategyStagesTab() {
        return new Tab("strategy", "strategy.tab.stages", "/strategy/stages", READ, 25);
    }

    @Bean
    Tab strategyBodiesTab() {
        return new Tab("strategy", "strategy.tab.bodies", "/strategy/bodies", READ, 30);
    }

    @Bean
    Tab strategyCoverageTab() {
        return new Tab("strategy", "strategy.tab.coverage", "/strategy/coverage", READ, 40);
    }

    @Bean
    Tab strategyLoadTab() {
        return new Tab("strategy", "strategy.tab.load", "/strategy/load", READ, 50);
    }

    @Bean
    Tab strategyEditionsTab() {
        return new Tab("strategy", "strategy.tab.editions", "/strategy/editions", READ, 95);
    }
}
