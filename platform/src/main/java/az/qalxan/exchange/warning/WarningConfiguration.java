package az.qalxan.exchange.warning;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, and its tabs. */
@Configuration(proxyBeanMethods = false)
class WarningConfiguration {

    private static final String READ = "warning:read";

    @Bean
    Section warningSection() {
        return new Section("work", "nav.warnings", "/warnings", READ, "warn", 137);
    }

    @Bean
    Tab warningsTab() {
        return new Tab("warning", "warning.tab.warnings", "/warnings", READ, 10);
    }

    @Bean
    Tab warningFiguresTab() {
        return new Tab("warning", "warning.tab.figures", "/warnings/figures", "warning:decide", 20);
    }
}
