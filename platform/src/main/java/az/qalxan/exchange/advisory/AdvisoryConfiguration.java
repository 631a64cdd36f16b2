package az.qalxan.exchange.advisory;

import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, its tabs, and the judge of its documents. */
@Configuration(proxyBeanMethods = false)
class AdvisoryConfiguration {

    private static final String READ = "advisory:read";

    @Bean
    CsafCheck csafCheck(Clock clock) {
        return new CsafCheck(clock);
    }

    @Bean
    Section advisorySection() {
        return new Section("work", "nav.advisories", "/advisories", READ, "file", 138);
    }

    @Bean
    Tab advisoriesTab() {
        return new Tab("advisory", "advisory.tab.advisories", "/advisories", READ, 10);
    }

    @Bean
    Tab ownedProductsTab() {
        return new Tab("advisory", "advisory.tab.products", "/advisories/products", READ, 20);
    }

    @Bean
    Tab advisoryDraftsTab() {
        return new Tab(
                "advisory", "advisory.tab.drafts", "/advisories/drafts", "advisory:decide", 30);
    }
}
