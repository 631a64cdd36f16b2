package az.qalxan.exchange.knowledge;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place among the tabs of the exchange. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    Tab knowledgeTab() {
        return new Tab(
                "exchange", "exchange.tab.knowledge", "/exchange/knowledge", "exchange:read", 20);
    }
}
