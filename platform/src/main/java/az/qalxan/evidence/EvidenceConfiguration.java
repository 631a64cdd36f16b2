package az.qalxan.evidence;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    Section evidenceSection() {
        return new Section("work", "nav.evidence", "/evidence", "evidence:read", "copy", 135);
    }

    @Bean
    Tab exhibitsTab() {
        return new Tab("evidence", "evidence.tab.exhibits", "/evidence", "evidence:read", 10);
    }
}
