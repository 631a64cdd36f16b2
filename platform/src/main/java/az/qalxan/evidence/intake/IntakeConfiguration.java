package az.qalxan.evidence.intake;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** This module's place among the pages of evidence, and its job. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IntakeConfiguration {

    @Bean
    Tab intakesTab() {
        return new Tab("evidence", "intake.title", "/evidence/intakes", "evidence:update", 30);
    }
}
