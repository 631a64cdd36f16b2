package az.qalxan.monitoring.incident;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, and its tabs. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {

    private static final String PLACE = "incidents";
    private static final String READ = "incident:read";

    @Bean
    Section incidentsSection() {
        return new Section("work", "nav.incidents", "/incidents", READ, "warn", 136);
    }

    @Bean
    Tab incidentListTab() {
        return new Tab(PLACE, "incident.tab.incidents", "/incidents", READ, 10);
    }

    @Bean
    Tab alertsTab() {
        return new Tab(PLACE, "incident.tab.alerts", "/incidents/alerts", READ, 20);
    }

    @Bean
    Tab attackTab() {
        return new Tab(PLACE, "incident.tab.attack", "/incidents/attack", READ, 30);
    }

    @Bean
    Tab effectTab() {
        return new Tab(PLACE, "incident.tab.effect", "/incidents/effect", READ, 40);
    }
}
