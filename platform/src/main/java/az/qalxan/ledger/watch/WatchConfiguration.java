package az.qalxan.ledger.watch;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Who watches the log, and this module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    WatchSettings watchSettings(Environment environment) {
        return WatchSettings.of(environment);
    }

    @Bean
    Section logSection() {
        return new Section(
                "oversight", "ledger.title", "/journal/log", "ledger:read", "journal", 805);
    }
}
