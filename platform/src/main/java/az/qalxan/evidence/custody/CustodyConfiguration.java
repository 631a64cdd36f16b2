package az.qalxan.evidence.custody;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places within evidence. */
@Configuration(proxyBeanMethods = false)
class CustodyConfiguration {

    @Bean
    Tab transfersTab() {
        return new Tab(
                "evidence", "evidence.tab.transfers", "/evidence/transfers", "evidence:read", 20);
    }

    @Bean
    Tab dueTab() {
        return new Tab("evidence", "evidence.tab.due", "/evidence/due", "evidence:read", 30);
    }
}
