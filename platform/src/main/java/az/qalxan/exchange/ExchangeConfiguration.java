package az.qalxan.exchange;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, and its tabs. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    private static final String PLACE = "exchange";
    private static final String READ = "exchange:read";

    @Bean
    Section exchangeSection() {
        return new Section("work", "nav.exchange", "/exchange", READ, "globe", 137);
    }

    @Bean
    Tab collectionsTab() {
        return new Tab(PLACE, "exchange.tab.collections", "/exchange", READ, 10);
    }

    @Bean
    Tab quarantineTab() {
        return new Tab(PLACE, "exchange.tab.quarantine", "/exchange/quarantine", READ, 40);
    }

    @Bean
    Tab speakersTab() {
        return new Tab(PLACE, "exchange.tab.speakers", "/exchange/speakers", READ, 50);
    }

    @Bean
    Tab receiptsTab() {
        return new Tab(PLACE, "exchange.tab.receipts", "/exchange/receipts", READ, 30);
    }
}
