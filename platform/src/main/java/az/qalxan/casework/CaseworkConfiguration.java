package az.qalxan.casework;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation, and the first pages of a case. */
@Configuration(proxyBeanMethods = false)
class CaseworkConfiguration {

    private static final String READ = "casework:read";

    @Bean
    Section triageSection() {
        return new Section("work", "nav.triage", "/triage", "reporting:read", "report", 110);
    }

    @Bean
    Section casesSection() {
        return new Section("work", "nav.cases", "/cases", READ, "case", 120);
    }

    @Bean
    Section tasksSection() {
        return new Section("work", "nav.tasks", "/tasks", READ, "task", 130);
    }

    @Bean
    CaseTab firstTab() {
        return new CaseTab("first", "", READ, 10);
    }

    @Bean
    CaseTab reportsTab() {
        return new CaseTab("reports", "/reports", READ, 20);
    }

    @Bean
    CaseTab historyTab() {
        return new CaseTab("history", "/history", READ, 90);
    }
}
