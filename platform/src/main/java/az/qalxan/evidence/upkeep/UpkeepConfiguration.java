package az.qalxan.evidence.upkeep;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place within evidence. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {

    @Bean
    Tab checksTab() {
        return new Tab("evidence", "evidence.tab.checks", "/evidence/checks", "evidence:read", 40);
    }
}
