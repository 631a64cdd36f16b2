package az.qalxan.exchange.poll;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's tab. */
@Configuration(proxyBeanMethods = false)
class PollConfiguration {

    @Bean
    Tab remotesTab() {
        return new Tab(
                "exchange", "exchange.tab.remotes", "/exchange/remotes", "exchange:read", 20);
    }
}
