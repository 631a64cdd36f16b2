package az.qalxan.exchange.misp;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab. */
@Configuration(proxyBeanMethods = false)
class MispConfiguration {

    @Bean
    Tab mispTab() {
        return new Tab("exchange", "exchange.tab.misp", "/exchange/misp", "exchange:read", 15);
    }
}
