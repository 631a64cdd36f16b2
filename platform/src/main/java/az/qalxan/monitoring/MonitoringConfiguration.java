package az.qalxan.monitoring;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, and its tabs. */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

    private static final String PLACE = "monitoring";
    private static final String READ = "monitoring:read";

    @Bean
    Section monitoringSection() {
        return new Section("work", "nav.monitoring", "/monitoring", READ, "eye", 135);
    }

    @Bean
    Tab findingsTab() {
        return new Tab(PLACE, "monitoring.tab.findings", "/monitoring", READ, 10);
    }

    @Bean
    Tab sourcesTab() {
        return new Tab(PLACE, "monitoring.tab.sources", "/monitoring/sources", READ, 20);
    }

    @Bean
    Tab rulesTab() {
        return new Tab(PLACE, "monitoring.tab.rules", "/monitoring/rules", READ, 30);
    }

    @Bean
    Tab eventsTab() {
        return new Tab(PLACE, "monitoring.tab.events", "/monitoring/events", READ, 40);
    }

    @Bean
    Tab suppressionsTab() {
        return new Tab(PLACE, "monitoring.tab.suppressions", "/monitoring/suppressions", READ, 50);
    }
}
